import type { Ancestor } from '../model/background.ts';
import type { Explanation } from '../model/explanation.ts';
import type { BoundStatement, Judgment } from '../model/verdict.ts';
import { oneLine } from './one-line.ts';
import { projectWords, statementWords, verdictTitle } from './verdict-words.ts';
import { licenseWords, originWords } from './words.ts';

const shownGaps = 5;

/** The chain from a model over its bases and their clauses to the project's license, for a terminal. */
export function* writeExplanation(explanation: Explanation): Generator<string> {
  for (const line of explanationLines(explanation)) yield `${oneLine(line)}\n`;
}

function* explanationLines(explanation: Explanation): Generator<string> {
  const { id, lookup, background, project, judgment, drifts, risks } = explanation;
  if (lookup.state !== 'found' || judgment === undefined) {
    yield `${id}: ${originWords(lookup)}.`;
    return;
  }
  yield `${lookup.record.id}  ${licenseWords(lookup.record)}  (${originWords(lookup)})`;
  yield* lineageLines(background.ancestors);
  yield `→ ${projectWords(project.license)}, use: ${project.use.join(', ') || 'not stated'}`;
  yield '';
  yield* verdictLines(judgment);
  for (const { base, license, lost } of drifts) {
    yield `  drift: its own license leaves out what ${base} asks under ${license.id}: ${lost.join('; ')}`;
  }
  for (const { id: dataset, license, words } of risks) {
    yield `  risk: trained on ${dataset} under ${license}: ${words.join('; ')}`;
  }
  yield* gapLines(judgment.gaps);
  yield '';
  yield 'This is information about texts, not legal advice.';
}

function* lineageLines(ancestors: readonly Ancestor[]): Generator<string> {
  for (const { id, relation, depth, lookup } of ancestors) {
    const license = lookup.state === 'found' ? licenseWords(lookup.record) : originWords(lookup);
    yield `${'  '.repeat(Math.min(depth, deepest))}↑ ${relation ?? 'made from'} ${id}  ${license}`;
  }
}

const deepest = 10;

function* verdictLines({ verdict, others }: Judgment): Generator<string> {
  yield `Verdict: ${verdictTitle(verdict)}`;
  yield `  ${statementWords(verdict)}`;
  const more = others.filter(({ kind }) => kind !== 'permitted');
  for (const one of more) yield `  ${otherTitle(one)}: ${statementWords(one)}`;
}

function otherTitle(one: BoundStatement): string {
  return one.kind === 'obligation' && one.topic === 'restriction' ? 'limit' : verdictTitle(one);
}

function* gapLines(gaps: readonly string[]): Generator<string> {
  for (const gap of gaps.slice(0, shownGaps)) yield `  not known: ${gap}`;
  if (gaps.length > shownGaps) yield `  and ${gaps.length - shownGaps} more`;
}
