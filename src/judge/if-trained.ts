import type { BoundStatement } from '../model/verdict.ts';
import { judgeModel, type LicensedModel } from './judge-model.ts';
import type { Situation } from './situation.ts';

/**
 * What comes to a judgment where code trains the model further and hands on what it makes of it. Only what then holds for
 * certain: the rest is said on its condition already, or has nothing to do with training.
 */
export function statementsIfTrained(model: LicensedModel, situation: Situation): readonly BoundStatement[] {
  const said = new Set(statementsOf(model, situation).map(keyOf));
  const acts = [...new Set([...situation.acts, 'fine-tunes' as const, 'publishes' as const])];
  return statementsOf(model, { ...situation, acts }).filter(
    one => one.kind !== 'permitted' && one.certainty === 'certain' && !said.has(keyOf(one)),
  );
}

function statementsOf(model: LicensedModel, situation: Situation): readonly BoundStatement[] {
  const { verdict, others } = judgeModel(model, situation);
  return [verdict, ...others];
}

function keyOf({ kind, license, reason, at }: BoundStatement): string {
  return [kind, license, reason, at].join(' ');
}
