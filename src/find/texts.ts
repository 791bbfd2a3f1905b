import type { SourceRange } from '../model/source.ts';
import type { Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { at, type Place, rangeIn, trailRanges } from './place.ts';

/** What is longer names no model. */
const longestText = 10_000;

/** A text an expression can have, where it is written, and the places it came through. */
export interface TextValue {
  readonly text: string;
  readonly range: SourceRange;
  readonly trail: readonly SourceRange[];
  /** Only the name of a field led here. */
  readonly isByName: boolean;
  /** It came through a parameter. */
  readonly isGiven: boolean;
}

/** `isComplete` is false when the expression may have values nobody can read from the source. */
export interface Evaluation {
  readonly values: readonly TextValue[];
  readonly isComplete: boolean;
}

/** The texts of what is followed to its end. */
export function textsOf(evaluator: Evaluator, place: Place): Evaluation {
  const { expression, module, isByName, isGiven = false } = place;
  if (expression.kind === 'string') {
    const range = rangeIn(module, expression.span);
    return {
      values: [{ text: expression.value, range, trail: trailRanges(place.trail), isByName, isGiven }],
      isComplete: true,
    };
  }
  if (expression.kind !== 'concat') return { values: [], isComplete: false };
  return joined(evaluator, place, expression);
}

function joined(
  evaluator: Evaluator,
  place: Place,
  { parts, span }: Extract<Expression, { kind: 'concat' }>,
): Evaluation {
  let texts: readonly string[] = [''];
  let isComplete = true;
  let isByName = place.isByName;
  for (const part of parts) {
    const piece = pieceOf(evaluator, at(place, part));
    isComplete &&= piece.isComplete;
    isByName ||= piece.isByName;
    const all = texts.flatMap(text => piece.texts.map(end => text + end));
    texts = evaluator.first(all).filter(text => text.length <= longestText);
    isComplete &&= texts.length > 0;
  }
  const range = rangeIn(place.module, span);
  const trail = trailRanges(place.trail);
  const { isGiven = false } = place;
  return { values: texts.map(text => ({ text, range, trail, isByName, isGiven })), isComplete };
}

function pieceOf(
  evaluator: Evaluator,
  part: Place,
): { texts: readonly string[]; isComplete: boolean; isByName: boolean } {
  const results = evaluator.follow(part).map(end => {
    const { expression } = end;
    if (expression.kind === 'literal' && typeof expression.value === 'number') {
      return { texts: [String(expression.value)], isComplete: true, isByName: end.isByName };
    }
    const { values, isComplete } = textsOf(evaluator, end);
    return {
      texts: values.map(value => value.text),
      isComplete,
      isByName: values.some(value => value.isByName),
    };
  });
  return {
    texts: [...new Set(results.flatMap(result => result.texts))],
    isComplete: results.every(result => result.isComplete),
    isByName: results.some(result => result.isByName),
  };
}

/** One value per place and text: several ways may lead to it, and the surest counts. */
export function distinct(values: readonly TextValue[]): readonly TextValue[] {
  const seen = new Map<string, TextValue>();
  for (const value of values) {
    const { file, start, cell } = value.range;
    const key = `${file}:${cell ?? ''}:${start.line}:${start.character}:${value.text}`;
    const known = seen.get(key);
    if (!known || doubtsOf(value) < doubtsOf(known)) seen.set(key, value);
  }
  return [...seen.values()];
}

function doubtsOf({ isByName, isGiven }: TextValue): number {
  return (isByName ? 2 : 0) + (isGiven ? 1 : 0);
}
