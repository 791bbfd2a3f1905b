import type { LicenseFact } from './record.ts';

/**
 * Who reports a license in its publisher's place: a gallery of somebody else's. Undefined where the publisher says it, or
 * a table that was made from what publishers say.
 */
export function reporterOf({ source }: LicenseFact): string | undefined {
  return source === 'localai' ? 'LocalAI' : undefined;
}

/** ` (reported by LocalAI)` where a third party and not the publisher says it. */
export function reportedBy(fact: LicenseFact): string {
  const reporter = reporterOf(fact);
  return reporter === undefined ? '' : ` (reported by ${reporter})`;
}
