import type { Clause, ClauseSubject } from './types.ts';

/** What nearly every license says, and nobody need be told of each. */
const routine: ReadonlySet<ClauseSubject> = new Set<ClauseSubject>([
  'warranty',
  'liability',
  'trademark',
  'patent-peace',
  'law',
  'acceptance',
  'sublicensing',
  'relicensing',
  'technical-measures',
]);

/** What a person should know of a license: what it forbids, asks for and depends on, each said once. */
export function plainWords(clauses: readonly Clause[]): readonly string[] {
  const told = clauses.filter(({ kind, subject }) => kind !== 'permission' && !routine.has(subject));
  const words = [...told].sort((a, b) => weight(a) - weight(b)).map(clause => clause.words);
  return words.length === 0 ? ['no conditions'] : [...new Set(words)];
}

function weight({ kind }: Clause): number {
  return ['prohibition', 'condition', 'obligation', 'permission'].indexOf(kind);
}
