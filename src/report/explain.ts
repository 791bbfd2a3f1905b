import type { Ancestor } from '../model/background.ts';
import type { Explanation } from '../model/explanation.ts';
import { headline, labelled, termLines, trainedLines } from './explained-terms.ts';
import { oneLine } from './one-line.ts';
import { projectWords } from './verdict-words.ts';
import { licenseWords, originWords, relationWords } from './words.ts';

const shownGaps = 5;

/** The chain from a model over its bases and their clauses to the project's license, for a terminal. */
export function* writeExplanation(explanation: Explanation): Generator<string> {
  for (const line of explanationLines(explanation)) yield `${oneLine(line)}\n`;
}

function* explanationLines(explanation: Explanation): Generator<string> {
  const { id, lookup, background, project, judgment } = explanation;
  if (lookup.state !== 'found' || judgment === undefined) {
    yield `${id}: ${originWords(lookup)}.`;
    return;
  }
  yield `${lookup.record.id}  ${licenseWords(lookup.record)}  (${originWords(lookup)})`;
  yield* lineageLines(background.ancestors);
  yield `→ ${projectWords(project.license)}, use: ${project.use.join(', ') || 'not stated'}`;
  yield '';
  yield `Verdict: ${headline(judgment)}`;
  yield* termLines(judgment);
  yield* trainedLines(explanation.ifTrained);
  yield* besides(explanation, judgment.gaps);
  yield '';
  yield 'This is information about texts, not legal advice.';
}

function* lineageLines(ancestors: readonly Ancestor[]): Generator<string> {
  for (const { id, relation, depth, lookup } of ancestors) {
    const license = lookup.state === 'found' ? licenseWords(lookup.record) : originWords(lookup);
    const way = relation === undefined ? 'made from' : relationWords[relation];
    yield `${'  '.repeat(Math.min(depth, deepest))}↑ ${way} ${id}  ${license}`;
  }
}

const deepest = 10;

/** What no license says: what was left out on the way, what the training data may bring, what nobody knows. */
function* besides({ drifts, risks }: Explanation, gaps: readonly string[]): Generator<string> {
  if (drifts.length + risks.length + gaps.length === 0) return;
  yield 'Besides';
  for (const { base, license, lost } of drifts) {
    const asked = `what ${base} asks under ${license.id}`;
    yield labelled('drift', `its own license leaves out ${asked}: ${lost.join('; ')}`);
  }
  for (const { id, license, words } of risks) {
    yield labelled('risk', `trained on ${id} under ${license}: ${words.join('; ')}`);
  }
  for (const gap of gaps.slice(0, shownGaps)) yield labelled('not known', gap);
  if (gaps.length > shownGaps) yield labelled('', `and ${gaps.length - shownGaps} more`);
}
