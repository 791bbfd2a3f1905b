import type { Lookup } from '../model/record.ts';
import type { AuditReport } from '../model/report.ts';
import type { ProjectAct } from '../model/verdict.ts';
import { type Credit, creditOf } from '../notice/credit.ts';
import { applied, creditedIn, writeCredits } from '../notice/section.ts';

export interface Notice {
  readonly file: string;
  /** The whole text as it should be. */
  readonly text: string;
  readonly isChanged: boolean;
  /** Ids of the models it credits. */
  readonly credited: readonly string[];
  readonly left: readonly LeftOut[];
}

/** A model that could not be credited. */
export interface LeftOut {
  readonly id: string;
  readonly why: string;
  /** Whether the notice credits it already. Nothing speaks against that, so it stays. */
  readonly isCredited: boolean;
}

/** The project's notice with a credit for every model its code loads. Tests, which nobody ships, do not count. */
export function noticeOf({ project, models, references }: AuditReport): Notice {
  const acts = new Map<string, ProjectAct[]>();
  for (const { reference, model } of references) {
    if (model === undefined || reference.evidence !== 'loaded' || reference.context === 'test') continue;
    acts.set(model, [...(acts.get(model) ?? []), ...(reference.acts ?? [])]);
  }
  const credits: Credit[] = [];
  const { file, text: before } = project.notice ?? { file: 'NOTICE', text: '' };
  const former = creditedIn(before);
  const left: LeftOut[] = [];
  for (const { key, lookup, background } of models) {
    const done = acts.get(key);
    if (done === undefined) continue;
    const credit = lookup.state === 'found' ? creditOf(lookup.record, done, background) : undefined;
    if (credit === undefined) left.push(leftOut(key.replace(/^huggingface:/, ''), lookup, former));
    else credits.push(credit);
  }
  const isNeeded = credits.length > 0 || project.notice !== undefined;
  const kept = new Set(left.filter(({ isCredited }) => isCredited).map(({ id }) => id));
  const text = isNeeded ? applied(before, writeCredits(before, credits, kept)) : before;
  return { file, text, isChanged: text !== before, credited: credits.map(({ id }) => id), left };
}

/** A model that names no license loses its credit; one of which nothing could be learned keeps it. */
function leftOut(id: string, lookup: Lookup, former: ReadonlySet<string>): LeftOut {
  const isKnown = lookup.state === 'found';
  return {
    id,
    why: isKnown ? 'it names no license' : whyUnknown(lookup),
    isCredited: !isKnown && former.has(id),
  };
}

function whyUnknown(lookup: Exclude<Lookup, { state: 'found' }>): string {
  switch (lookup.state) {
    case 'missing':
      return 'the hub has no such model';
    case 'gated':
      return 'its publisher shows it only to people who asked for access';
    default:
      return lookup.why;
  }
}
