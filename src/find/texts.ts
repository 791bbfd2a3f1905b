import type { SourceRange } from '../model/source.ts';
import type { Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { joinedTexts } from './joined-texts.ts';
import { type Place, rangeIn, trailRanges } from './place.ts';

/** A text an expression can have, where it is written, and the places it came through. */
export interface TextValue {
  readonly text: string;
  readonly range: SourceRange;
  readonly trail: readonly SourceRange[];
  /** What it was put together from. */
  readonly parts?: readonly Place[];
  /** Only the name of a field led here. */
  readonly isByName: boolean;
  /** It came through a parameter, or a flag of the command line. */
  readonly isGiven: boolean;
  /** Put together from parts of which nobody can tell whether they go together, or cut out of another text. */
  readonly isGuessed: boolean;
  /** The code takes it for a name of its own, which a table or a branch leads on from. */
  readonly isNickname?: boolean;
  /** The code uses it only where a path of that name is there. */
  readonly isLocal?: boolean;
}

/** `isComplete` is false when the expression may have values nobody can read from the source. */
export interface Evaluation {
  readonly values: readonly TextValue[];
  readonly isComplete: boolean;
}

/** The texts of what is followed to its end. */
export function textsOf(evaluator: Evaluator, place: Place): Evaluation {
  const { expression, module, isByName, isGiven, isGuessed, isNickname, isLocal } = place;
  if (expression.kind === 'concat') return joined(evaluator, place, expression);
  if (expression.kind !== 'string') return { values: [], isComplete: false };
  const range = rangeIn(module, expression.span);
  const trail = trailRanges(place.trail);
  return {
    values: [{ text: expression.value, range, trail, isByName, isGiven, isGuessed, isNickname, isLocal }],
    isComplete: true,
  };
}

function joined(
  evaluator: Evaluator,
  place: Place,
  concat: Extract<Expression, { kind: 'concat' }>,
): Evaluation {
  const { all, isComplete } = joinedTexts(evaluator, place, concat);
  const range = rangeIn(place.module, concat.span);
  const trail = trailRanges(place.trail);
  const { isByName, isGiven, isLocal } = place;
  const values = all.map(({ parts, ...one }): TextValue => {
    const [only, ...others] = parts;
    // Joined with nothing, a part is what is written.
    const isWhole = only !== undefined && others.length === 0;
    return {
      text: one.text,
      ...(isWhole ? writtenAt(only) : { range, trail, parts }),
      isByName: isByName || one.isByName,
      isGiven,
      isGuessed: one.isGuessed,
      isLocal: isLocal || one.isLocal,
    };
  });
  return { values, isComplete };
}

/** The library takes names without it as well, so that they are known to be models of it by themselves. */
export const impliedOwner = 'sentence-transformers/';

/**
 * The value that is the part of a text which says what it means: the id in `f"pretrained={name}"`, the name in
 * `f"sentence-transformers/{name}"`.
 */
export function partMeaning(value: TextValue, meaning: string): TextValue {
  const part = partOf(value, meaning);
  if (part) return { ...value, text: meaning, ...writtenAt(part) };
  const bare = meaning.startsWith(impliedOwner) && partOf(value, meaning.slice(impliedOwner.length));
  return bare ? { ...value, ...writtenAt(bare) } : value;
}

function partOf({ parts }: TextValue, text: string): Place | undefined {
  return parts?.find(({ expression }) => expression.kind === 'string' && expression.value === text);
}

function writtenAt({ expression, module, trail }: Place): Pick<TextValue, 'range' | 'trail'> {
  return { range: rangeIn(module, expression.span), trail: trailRanges(trail) };
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

function doubtsOf({ isByName, isGiven, isGuessed, isNickname = false, isLocal = false }: TextValue): number {
  return (
    (isLocal ? 16 : 0) + (isNickname ? 8 : 0) + (isGuessed ? 4 : 0) + (isByName ? 2 : 0) + (isGiven ? 1 : 0)
  );
}
