import type { ProjectLicense } from '../model/project.ts';
import { reportedBy } from '../model/reporter.ts';
import type { BoundStatement } from '../model/verdict.ts';

/** The chain of one statement: `a/b ← c/d: cc-by-nc-4.0 forbids commercial use (section 2(a)(1)), if …`. */
export function statementWords(one: BoundStatement): string {
  const { chain, licenseName, fact, kind, topic, reason } = one;
  const way = chain.length > 1 ? `${chain.join(' ← ')}: ` : '';
  if (kind === 'unknown' && topic === 'license') return `${way}${reason}`;
  const when = one.condition === undefined ? '' : `, ${one.condition}`;
  return `${way}${licenseName || fact.id}${reportedBy(fact)} ${verb(one)}${placedReason(one)}${when}`;
}

function verb({ kind, topic, isCondition }: BoundStatement): string {
  if (kind !== 'obligation') return '';
  if (topic !== 'restriction') return 'asks: ';
  return isCondition === true ? 'sets a condition: ' : 'sets a limit: ';
}

/** `forbids commercial use (section 2(a)(1)), and the project's use is commercial`. */
export function placedReason({ reason, at, circumstance }: BoundStatement): string {
  const place = at === undefined ? '' : ` (${at})`;
  return `${reason}${place}${circumstance === undefined ? '' : `, ${circumstance}`}`;
}

/** `conflict`, or `conflict if …` where it hangs on something. */
export function verdictTitle({ kind, certainty }: BoundStatement): string {
  if (kind !== 'conflict' || certainty === 'certain') return kind;
  return certainty === 'remote' ? 'conflict, though not likely' : 'conflict on a condition';
}

export function projectWords(license: ProjectLicense | undefined): string {
  return license === undefined ? 'a project without a license' : `your project under ${license.expression}`;
}
