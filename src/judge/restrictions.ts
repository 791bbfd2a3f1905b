import type { Clause, License } from '../license/types.ts';
import type { Statement } from '../model/verdict.ts';
import { mayBeCommercial } from './purpose.ts';
import type { Situation } from './situation.ts';
import { type Speaker, statement } from './statement.ts';

const subjects: ReadonlySet<Clause['subject']> = new Set<Clause['subject']>([
  'field-of-use',
  'users',
  'revenue',
  'territory',
  'competition',
  'safeguards',
  'training-on-outputs',
  'commercial-outputs',
]);

/** Limits that hold whatever is done with a model: a person must see whether the project keeps to them. */
export function restrictionStatements(
  license: License,
  speaker: Speaker,
  situation: Situation,
): readonly Statement[] {
  return license.clauses
    .filter(clause => isRestriction(clause) && concerns(clause, situation))
    .map(({ words, at, kind }) =>
      statement(speaker, {
        kind: 'obligation',
        topic: 'restriction',
        reason: words,
        at,
        ...(kind === 'condition' && { isCondition: true }),
      }),
    );
}

export function isRestriction({ kind, subject }: Clause): boolean {
  return (kind === 'prohibition' || kind === 'condition') && subjects.has(subject);
}

/** Limits on gain say nothing to who gains nothing, and those on multimodal models nothing of others. */
function concerns({ subject, limit, on }: Clause, situation: Situation): boolean {
  if (limit?.kind === 'territory' && limit.of === 'multimodal' && situation.isTextOnly === true) return false;
  const isOnGain = subject === 'revenue' || subject === 'commercial-outputs' || on.includes('commercial');
  return !isOnGain || mayBeCommercial(situation);
}
