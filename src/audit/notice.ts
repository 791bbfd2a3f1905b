import type { AuditReport } from '../model/report.ts';
import type { ProjectAct } from '../model/verdict.ts';
import { type Credit, creditOf } from '../notice/credit.ts';
import { applied, writeCredits } from '../notice/section.ts';

export interface Notice {
  readonly file: string;
  /** The whole text as it should be. */
  readonly text: string;
  readonly isChanged: boolean;
  /** Ids of the models it credits. */
  readonly credited: readonly string[];
  /** Ids of models that could not be credited: they name no license, or nothing is known of them. */
  readonly left: readonly string[];
}

/** The project's notice with a credit for every model its code loads. Tests, which nobody ships, do not count. */
export function noticeOf({ project, models, references }: AuditReport): Notice {
  const acts = new Map<string, ProjectAct[]>();
  for (const { reference, model } of references) {
    if (model === undefined || reference.evidence !== 'loaded' || reference.context === 'test') continue;
    acts.set(model, [...(acts.get(model) ?? []), ...(reference.acts ?? [])]);
  }
  const credits: Credit[] = [];
  const left: string[] = [];
  for (const { key, lookup } of models) {
    const done = acts.get(key);
    if (done === undefined) continue;
    const credit = lookup.state === 'found' ? creditOf(lookup.record, done) : undefined;
    if (credit === undefined) left.push(key.replace(/^huggingface:/, ''));
    else credits.push(credit);
  }
  const { file, text: before } = project.notice ?? { file: 'NOTICE', text: '' };
  const isNeeded = credits.length > 0 || project.notice !== undefined;
  const text = isNeeded ? applied(before, writeCredits(before, credits)) : before;
  return { file, text, isChanged: text !== before, credited: credits.map(({ id }) => id), left };
}
