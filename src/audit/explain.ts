import { datasetRisks } from '../judge/datasets.ts';
import { driftsOf } from '../judge/drift.ts';
import { statementsIfTrained } from '../judge/if-trained.ts';
import { judgeModel } from '../judge/judge-model.ts';
import { situationOf } from '../judge/situation-of.ts';
import type { Explanation } from '../model/explanation.ts';
import { backgroundOf } from './background.ts';
import type { Knowledge } from './knowledge.ts';

/** What is known of one model's licenses, and what they mean for the project, whether or not its code names the model. */
export async function explainModel(
  id: string,
  { resolver, project, network }: Knowledge,
  signal: AbortSignal | undefined,
): Promise<Explanation> {
  const options = { mayAskNetwork: network.duringAudit, signal };
  const lookup = await resolver.resolve('huggingface', id, undefined, options);
  const background = await backgroundOf(lookup, resolver, options);
  const asked = { id, project, lookup, background };
  if (lookup.state !== 'found')
    return { ...asked, judgment: undefined, ifTrained: [], drifts: [], risks: [] };
  const model = { id: lookup.record.id, license: lookup.record.license, background };
  const situation = situationOf(project, lookup, {});
  return {
    ...asked,
    judgment: judgeModel(model, situation),
    ifTrained: statementsIfTrained(model, situation),
    drifts: driftsOf(model).map(({ base, lost }) => ({
      base: base.id,
      license: base.fact,
      lost: [...new Set(lost.map(clause => clause.words))],
    })),
    risks: datasetRisks(background, situation).map(({ record, license, words }) => ({
      id: record.id,
      license,
      words,
    })),
  };
}
