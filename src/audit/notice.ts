import type { Credit } from '../model/credit.ts';
import type { NoticeFile, PackageLicense, Project } from '../model/project.ts';
import type { Lookup } from '../model/record.ts';
import type { ModelKey } from '../model/reference.ts';
import type { AuditReport } from '../model/report.ts';
import type { ProjectAct } from '../model/verdict.ts';
import { creditOf } from '../notice/credit.ts';
import { applied, creditedIn, writeCredits } from '../notice/section.ts';

export { creditEdit } from '../notice/section.ts';

export interface Notice {
  readonly file: string;
  /** The whole text that was read; empty where there is no file, or none that could be read. */
  readonly before: string;
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

/**
 * The project's notice with a credit for every model its code loads. What a package with a license and a notice of its own
 * loads is credited in its own. Tests, which nobody ships, do not count. Where only a part of the project was
 * audited, credits of models that it does not load stay.
 */
export function noticesOf(
  report: AuditReport,
  { isWhole }: { readonly isWhole: boolean },
): readonly Notice[] {
  const { project } = report;
  const root = project.notice ?? { file: 'NOTICE', text: '' };
  const notices = [root, ...project.packages.flatMap(({ notice }) => notice ?? [])];
  const acts = actsByNotice(report, root);
  return notices.map(notice => noticeOf(notice, acts.get(notice.file) ?? new Map(), report, isWhole));
}

type Acts = ReadonlyMap<ModelKey, readonly ProjectAct[]>;

/** What the code that belongs to each notice does with each model it loads. */
function actsByNotice({ project, references }: AuditReport, root: NoticeFile): ReadonlyMap<string, Acts> {
  const byNotice = new Map<string, Map<ModelKey, readonly ProjectAct[]>>();
  for (const { reference, model } of references) {
    if (model === undefined || reference.evidence !== 'loaded' || reference.context === 'test') continue;
    const { file } = packageOf(reference.range.file, project)?.notice ?? root;
    const acts = byNotice.get(file) ?? new Map<ModelKey, readonly ProjectAct[]>();
    byNotice.set(file, acts);
    acts.set(model, [...(acts.get(model) ?? []), ...(reference.acts ?? [])]);
  }
  return byNotice;
}

function packageOf(file: string, { packages }: Project): PackageLicense | undefined {
  return packages
    .filter(({ folder }) => file.startsWith(`${folder}/`))
    .toSorted((a, b) => b.folder.length - a.folder.length)[0];
}

function noticeOf(
  { file, text: before }: NoticeFile,
  acts: Acts,
  { models }: AuditReport,
  isWhole: boolean,
): Notice {
  const credits: Credit[] = [];
  const former = creditedIn(before);
  const left: LeftOut[] = [];
  for (const { key, lookup, background } of models) {
    const done = acts.get(key);
    if (done === undefined) continue;
    const credit = lookup.state === 'found' ? creditOf(lookup.record, done, background) : undefined;
    if (credit === undefined) left.push(leftOut(key.replace(/^huggingface:/, ''), lookup, former));
    else credits.push(credit);
  }
  const isKept = (id: string) => left.find(one => one.id === id)?.isCredited ?? !isWhole;
  const kept = new Set([...former].filter(isKept));
  const isNeeded = credits.length > 0 || former.size > 0;
  const text = isNeeded ? applied(before, writeCredits(before, credits, kept)) : before;
  return { file, before, text, isChanged: text !== before, credited: credits.map(({ id }) => id), left };
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
