import type { Act, Clause, License } from '../license/types.ts';
import type { Statement } from '../model/verdict.ts';
import { anyOf, type Situation, truthOf } from './situation.ts';
import { fromClause, type Speaker } from './statement.ts';

const subjects: ReadonlySet<Clause['subject']> = new Set<Clause['subject']>([
  'copyright-notice',
  'license-text',
  'notice',
  'attribution',
  'state-changes',
  'original',
  'disclose-source',
  'same-license',
  'pass-terms-on',
  'rename',
  'naming',
  'display',
  'registration',
  'payment',
]);

/** What must be done in return, where what asks for it happens or may happen. */
export function dutyStatements(
  license: License,
  speaker: Speaker,
  situation: Situation,
): readonly Statement[] {
  return license.clauses.filter(isDuty).flatMap(clause => {
    const truth = anyOf(clause.on, situation);
    return fromClause(speaker, clause, truth, conditionOf(clause.on, situation), {
      kind: 'obligation',
      topic: 'duty',
      reason: clause.words,
      ...(isSpoken(clause) && { spoken: true }),
      ...(clause.subject === 'notice' && clause.text !== undefined && { text: clause.text }),
    });
  });
}

/** What goes beyond the notices that nearly every license wants. */
function isSpoken({ subject }: Clause): boolean {
  return subject === 'attribution' || subject === 'display' || subject === 'naming';
}

export function isDuty({ kind, subject }: Clause): boolean {
  return kind === 'obligation' && subjects.has(subject);
}

const conditions: Partial<Readonly<Record<Act, string>>> = {
  commercial: 'if you use it commercially',
  distribute: 'if its weights go out with the project',
  'distribute-modified': 'if you hand on what you make of it',
  supply: 'if the project goes out',
  host: 'if others use it over a network',
  'share-outputs': 'if you hand on its outputs',
};

/** `if its weights go out with the project or others use it over a network`: what of it may happen. */
function conditionOf(acts: readonly Act[], situation: Situation): string {
  const words = acts
    .filter(act => truthOf(act, situation) === 'maybe')
    .map(act => conditions[act] ?? '')
    .filter(condition => condition !== '');
  const [first = '', ...more] = [...new Set(words)];
  return [first, ...more.map(condition => condition.replace(/^if /, ''))].join(' or ');
}
