import type { Expression } from '../model/syntax.ts';
import { kindsOf, type Taken, takenOf, together } from './choices.ts';
import { withoutContradictions } from './contradictions.ts';
import type { Evaluator } from './evaluator.ts';
import { at, type Place } from './place.ts';
import { maxValues } from './steps.ts';

/** What is longer names no model. */
const longestText = 10_000;

/** A text put together from parts, and what was taken for them. */
interface Joined {
  readonly text: string;
  /** The parts that are not empty, where they are written. */
  readonly parts: readonly Place[];
  readonly taken: Taken;
  readonly isByName: boolean;
  readonly isGuessed: boolean;
  readonly isLocal: boolean;
}

/** `isComplete` is false when a part may have texts that nobody can read. */
interface Pieces {
  readonly all: readonly Joined[];
  readonly isComplete: boolean;
  /** A loop comes to each of them. */
  readonly isLoop: boolean;
}

const nothing: Joined = {
  text: '',
  parts: [],
  taken: new Map(),
  isByName: false,
  isGuessed: false,
  isLocal: false,
};

/** The texts that parts make, of which each goes with what was taken for the others. */
export function joinedTexts(
  evaluator: Evaluator,
  place: Place,
  { parts }: Extract<Expression, { kind: 'concat' }>,
): Pieces {
  let all: readonly Joined[] = [nothing];
  let isComplete = true;
  let isLoop = true;
  let most = 1;
  for (const part of parts) {
    const pieces = piecesOf(evaluator, at(place, part));
    isComplete &&= pieces.isComplete;
    const count = textCount(pieces.all);
    isLoop &&= pieces.isLoop || count <= 1;
    most = Math.max(most, count);
    all = evaluator.first([...firstPairs(all, pieces.all)]);
    isComplete &&= all.length > 0;
  }
  // Of parts that do not depend on each other, not every pair need be meant.
  const isProduct = !isLoop && textCount(all) > most;
  return { all: isProduct ? all.map(one => ({ ...one, isGuessed: true })) : all, isComplete, isLoop };
}

/** As many texts are made of two lists of parts as anybody looks at, and one more. */
function* firstPairs(starts: readonly Joined[], pieces: readonly Joined[]): Iterable<Joined> {
  let left = maxValues + 1;
  for (const start of starts)
    for (const piece of pieces) {
      const joined = continued(start, piece);
      if (joined) {
        yield joined;
        left -= 1;
      }
      if (left === 0) return;
    }
}

function continued(start: Joined, piece: Joined): Joined | undefined {
  const taken = together(start.taken, piece.taken);
  const text = start.text + piece.text;
  if (!taken || text.length > longestText) return undefined;
  return {
    text,
    parts: [...start.parts, ...piece.parts],
    taken,
    isByName: start.isByName || piece.isByName,
    isGuessed: start.isGuessed || piece.isGuessed,
    isLocal: start.isLocal || piece.isLocal,
  };
}

function piecesOf(evaluator: Evaluator, part: Place): Pieces {
  const ends = withoutContradictions(evaluator, part, evaluator.follow(part));
  const results = ends.map(end => {
    const { all, isComplete, isLoop } = piecesOfEnd(evaluator, end);
    const own = takenOf(end.choices, part.choices);
    const kinds = kindsOf(end.choices, part.choices);
    const isOfBranch = kinds.has('branch');
    const pieces = all.flatMap(one => {
      const taken = together(own, one.taken);
      return taken ? { piece: { ...one, taken }, isOfBranch } : [];
    });
    return { pieces, isComplete, isLoop: isLoop && [...kinds].join() === 'loop' };
  });
  const pieces = evaluator.first(results.flatMap(result => result.pieces));
  const isOneOf = textCount(pieces.map(({ piece }) => piece)) > 1;
  // Where a branch decides which part it is, the rest may be meant for another branch.
  const all = pieces.map(({ piece, isOfBranch }) =>
    isOneOf && isOfBranch ? { ...piece, isGuessed: true } : piece,
  );
  return {
    all,
    isComplete: results.every(result => result.isComplete),
    isLoop: results.every(result => result.isLoop),
  };
}

function piecesOfEnd(evaluator: Evaluator, end: Place): Pieces {
  const { expression, isByName, isLocal } = end;
  // What a branch asks for elsewhere, or a table leads on from, is seldom a part of an id.
  const isGuessed = end.isGuessed || end.isNickname;
  if (expression.kind === 'concat') {
    const pieces = joinedTexts(evaluator, end, expression);
    const all = pieces.all.map(one => ({
      ...one,
      isByName: one.isByName || isByName,
      isLocal: one.isLocal || isLocal,
    }));
    return { ...pieces, all };
  }
  const isText =
    expression.kind === 'string' || (expression.kind === 'literal' && isNumber(expression.value));
  const text = isText ? String(expression.value) : '';
  const parts = text === '' ? [] : [end];
  const all = isText ? [{ ...nothing, text, parts, isByName, isGuessed, isLocal }] : [];
  return { all, isComplete: isText, isLoop: true };
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number';
}

function textCount(all: readonly Joined[]): number {
  return new Set(all.map(({ text }) => text)).size;
}
