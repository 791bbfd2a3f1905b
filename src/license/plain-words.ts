import type { Clause, ClauseSubject } from './types.ts';

/** What nearly every license says, and nobody need be told of each. */
const routine: ReadonlySet<ClauseSubject> = new Set<ClauseSubject>([
  'warranty',
  'liability',
  'indemnity',
  'trademark',
  'endorsement',
  'patent',
  'patent-peace',
  'law',
  'acceptance',
  'sublicensing',
  'relicensing',
  'technical-measures',
]);

/** What goes with every copy; told last, and in one breath. */
const housekeeping: readonly ClauseSubject[] = [
  'copyright-notice',
  'license-text',
  'notice',
  'state-changes',
];

const kinds: readonly Clause['kind'][] = ['prohibition', 'condition', 'obligation'];

/** What a person should know of a license: what it forbids, depends on and asks for, each said once. */
export function plainWords(clauses: readonly Clause[]): readonly string[] {
  const told = clauses.filter(({ kind, subject }) => kind !== 'permission' && !routine.has(subject));
  const words = [...told].sort((a, b) => rank(a) - rank(b)).map(clause => clause.words);
  return words.length === 0 ? ['no conditions'] : inOneBreath([...new Set(words)]);
}

function rank({ kind, subject }: Clause): number {
  return housekeeping.includes(subject) ? kinds.length + housekeeping.indexOf(subject) : kinds.indexOf(kind);
}

function inOneBreath(words: readonly string[]): readonly string[] {
  const [notice, text] = ['keep the copyright notice', 'hand on a copy of the license'];
  if (!words.includes(notice) || !words.includes(text)) return words;
  return words.flatMap(said =>
    said === notice ? `${notice} and the license text` : said === text ? [] : said,
  );
}
