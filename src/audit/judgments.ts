import { judgeModel } from '../judge/judge-model.ts';
import { situationOf } from '../judge/situation-of.ts';
import { rank } from '../judge/statement.ts';
import type { Project } from '../model/project.ts';
import type { ModelKey } from '../model/reference.ts';
import type { Judgment } from '../model/verdict.ts';
import type { ResolvedReference } from './resolve-references.ts';

/** The judgment of each model that was found; the strictest where several places use it. */
export function judgmentsOf(
  resolved: readonly ResolvedReference[],
  projectOf: (file: string) => Project,
): ReadonlyMap<ModelKey, Judgment> {
  const judgments = new Map<ModelKey, Judgment>();
  const seen = new Set<string>();
  for (const { reference, answer, model } of resolved) {
    if (model === undefined || answer?.lookup.state !== 'found') continue;
    const { lookup, background } = answer;
    const situation = situationOf(projectOf(reference.range.file), lookup, reference);
    const key = `${model} ${situation.projectLicense} ${situation.acts.join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { id, license } = lookup.record;
    const judgment = judgeModel({ id, license, background }, situation);
    const before = judgments.get(model);
    if (before === undefined || rank(judgment.verdict) > rank(before.verdict)) judgments.set(model, judgment);
  }
  return judgments;
}
