import type { ProjectLicense } from '../model/project.ts';
import { reportedBy } from '../model/reporter.ts';
import type { BoundStatement } from '../model/verdict.ts';

/** The chain of one statement: `a/b ← c/d: cc-by-nc-4.0 forbids commercial use (section 2(a)(1)), if …`. */
export function statementWords(one: BoundStatement): string {
  const { chain, licenseName, fact, reason, circumstance, at, condition, kind, topic } = one;
  const way = chain.length > 1 ? `${chain.join(' ← ')}: ` : '';
  if (kind === 'unknown' && topic === 'license') return `${way}${reason}`;
  const place = at === undefined ? '' : ` (${at})`;
  const met = circumstance === undefined ? '' : `, ${circumstance}`;
  const when = condition === undefined ? '' : `, ${condition}`;
  const asks = kind === 'obligation' ? 'asks: ' : '';
  return `${way}${licenseName || fact.id}${reportedBy(fact)} ${asks}${reason}${place}${met}${when}`;
}

/** `conflict`, or `conflict if …` where it hangs on something. */
export function verdictTitle({ kind, certainty }: BoundStatement): string {
  if (kind !== 'conflict' || certainty === 'certain') return kind;
  return certainty === 'remote' ? 'conflict, though not likely' : 'conflict on a condition';
}

export function projectWords(license: ProjectLicense | undefined): string {
  return license === undefined ? 'a project without a license' : `your project under ${license.expression}`;
}
