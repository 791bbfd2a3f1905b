import type { Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { lastName } from './names.ts';
import { at, type Place, spanWithin } from './place.ts';

/** A word of a command line that code writes: texts, and what is put between them. */
export type CodeWord = readonly Place[];

const maxDepth = 8;
const maxWords = 400;

/** The words of a command line: of a text that is split, of a list, of what is added to either. */
export function wordsOf(evaluator: Evaluator, place: Place, depth = 0): readonly CodeWord[] {
  const { expression } = place;
  if (depth > maxDepth) return [[place]];
  switch (expression.kind) {
    case 'string':
      return splitText([place]);
    case 'concat':
      return sumWords(evaluator, place, expression.parts, depth).slice(0, maxWords);
    case 'list':
      return expression.items
        .flatMap(item => itemWords(evaluator, at(place, item), depth))
        .slice(0, maxWords);
    case 'element':
      return wordsOf(evaluator, at(place, expression.of), depth + 1);
    case 'each':
      return madeWords(evaluator, at(place, expression.item), depth);
    case 'literal':
      return [[place]];
    default: {
      const split = splitOf(place);
      return split ? wordsOf(evaluator, split, depth + 1) : followedWords(evaluator, place, depth);
    }
  }
}

/** What `text.split()` and `shlex.split(text)` cut at its blanks. */
function splitOf(place: Place): Place | undefined {
  const { expression } = place;
  if (expression.kind !== 'call' || expression.callee.kind !== 'member') return undefined;
  const { callee, arguments: given } = expression;
  if (lastName(callee) !== 'split') return undefined;
  const first = given[0]?.value;
  if (first?.kind === 'string') return first.value === ' ' ? at(place, callee.object) : undefined;
  return at(place, first ?? callee.object);
}

/** What a name stands for, all of it: flags that are added where something is so are flags as well. */
function followedWords(evaluator: Evaluator, place: Place, depth: number): readonly CodeWord[] {
  const structures = evaluator
    .follow(place)
    .filter(end => /^(string|concat|list|each)$/.test(end.expression.kind) || splitOf(end) !== undefined);
  if (structures.length === 0) return [[place]];
  return structures.flatMap(end => wordsOf(evaluator, end, depth + 1)).slice(0, maxWords);
}

/** An item of a list is one word, whatever blanks it has. */
function itemWords(evaluator: Evaluator, item: Place, depth: number): readonly CodeWord[] {
  const { expression } = item;
  if (expression.kind === 'element') return wordsOf(evaluator, at(item, expression.of), depth + 1);
  if (expression.kind === 'each') return madeWords(evaluator, at(item, expression.item), depth);
  const made = expression.kind === 'call' ? flagsMade(evaluator, item) : [];
  if (made.length > 0) return made;
  return [expression.kind === 'concat' ? expression.parts.map(part => at(item, part)) : [item]];
}

/** What a comprehension makes of each item. */
function madeWords(evaluator: Evaluator, item: Place, depth: number): readonly CodeWord[] {
  const made = item.expression.kind === 'name' ? flagsMade(evaluator, item) : [];
  return made.length > 0 ? made : itemWords(evaluator, item, depth);
}

/** `flag(key, value)`, where that gives `f"--{key}={value}"`. */
function flagsMade(evaluator: Evaluator, call: Place): readonly CodeWord[] {
  return evaluator.follow(call).flatMap(({ expression, ...end }) => {
    if (expression.kind !== 'concat') return [];
    const [first] = expression.parts;
    const isFlag = first?.kind === 'string' && first.value.startsWith('-');
    return isFlag ? [expression.parts.map(part => ({ ...end, expression: part }))] : [];
  });
}

/** A sum of lists is a list of the words of each; a sum of texts is one text. */
function sumWords(
  evaluator: Evaluator,
  place: Place,
  parts: readonly Expression[],
  depth: number,
): readonly CodeWord[] {
  return parts.some(part => isList(evaluator, at(place, part)))
    ? parts.flatMap(part => wordsOf(evaluator, at(place, part), depth + 1))
    : splitText(parts.flatMap(part => textPieces(evaluator, at(place, part), depth + 1)));
}

function isList(evaluator: Evaluator, place: Place): boolean {
  const { kind } = place.expression;
  if (kind === 'string') return false;
  if (isListKind(kind) || splitOf(place)) return true;
  return evaluator.follow(place).some(end => isListKind(end.expression.kind) || splitOf(end) !== undefined);
}

function isListKind(kind: Expression['kind']): boolean {
  return kind === 'list' || kind === 'each';
}

/** The pieces of a text that is itself a sum: `command = command + " --model x"`. */
function textPieces(evaluator: Evaluator, place: Place, depth: number): readonly Place[] {
  const { expression } = place;
  if (depth > maxDepth) return [place];
  if (expression.kind === 'concat')
    return expression.parts.flatMap(part => textPieces(evaluator, at(place, part), depth + 1));
  if (expression.kind !== 'name' && !isJoin(expression)) return [place];
  const sums = evaluator.follow(place).filter(end => hasBlank(end.expression));
  if (sums.length === 0) return [place];
  // Several texts that a name stands for do not run into each other.
  const blank = at(place, { kind: 'string', value: ' ', span: expression.span });
  return sums.flatMap((end, index) => {
    const pieces = textPieces(evaluator, end, depth + 1);
    return index === 0 ? pieces : [blank, ...pieces];
  });
}

/** `" ".join(words)`. */
function isJoin(expression: Expression): boolean {
  return expression.kind === 'call' && lastName(expression.callee) === 'join';
}

/** Whether a text has several words: what has one may be a value that others follow further. */
function hasBlank(expression: Expression): boolean {
  if (expression.kind === 'string') return /\s/.test(expression.value.trim());
  // Between its pieces, a blank at the edge of one counts.
  return (
    expression.kind === 'concat' &&
    expression.parts.some(part => (part.kind === 'string' ? /\s/.test(part.value) : hasBlank(part)))
  );
}

/** Cuts a text at its blanks; what is put between stays whole. */
function splitText(pieces: readonly Place[]): readonly CodeWord[] {
  const words: Place[][] = [];
  let isOpen = false;
  for (const piece of pieces) {
    for (const part of partsOf(piece)) {
      if (part === undefined) isOpen = false;
      else if (isOpen) words.at(-1)?.push(part);
      else words.push([part]);
      isOpen = part !== undefined;
    }
  }
  return words;
}

/** The words of a text, with undefined for the blanks around them. */
function partsOf(piece: Place): readonly (Place | undefined)[] {
  const { expression } = piece;
  if (expression.kind !== 'string') return [piece];
  let offset = 0;
  return expression.value.split(/(\s+)/).flatMap((text, index): (Place | undefined)[] => {
    const start = offset;
    offset += text.length;
    if (text === '') return [];
    if (index % 2 === 1) return [undefined];
    const span = spanWithin(expression.span, expression.value, start, text.length);
    return [at(piece, { kind: 'string', value: text, span })];
  });
}
