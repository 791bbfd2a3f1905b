import type { Position, Span } from '../model/source.ts';

/** A text taken out of a file, which knows where in the file each stretch of it stands. */
export interface MappedText {
  readonly text: string;
  span(start: number, end: number): Span;
}

/** A piece of a mapped text: `length` characters of the file from `offset` on are read as `text`. */
export interface Excerpt {
  readonly text: string;
  readonly offset: number;
  readonly length: number;
}

/** Finds the line and the column of an offset. */
export class LineIndex {
  readonly text: string;
  readonly #starts: number[] = [0];
  readonly #cell: number | undefined;

  constructor(text: string, cell?: number) {
    this.text = text;
    this.#cell = cell;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  position(offset: number): Position {
    const line = lastAtOrBefore(this.#starts.length, offset, index => this.#starts[index] ?? 0);
    return { line, character: offset - (this.#starts[line] ?? 0) };
  }

  span(start: number, end: number): Span {
    const range = { start: this.position(start), end: this.position(end) };
    return this.#cell === undefined ? range : { cell: this.#cell, ...range };
  }

  /** The stretch of the file as it is written. */
  excerpt(start: number, end: number): Excerpt {
    return { text: this.text.slice(start, end), offset: start, length: end - start };
  }
}

export function wholeText(text: string, cell?: number): MappedText {
  const lines = new LineIndex(text, cell);
  return { text, span: (start, end) => lines.span(start, end) };
}

/** Joins excerpts to one text. A stretch of it is placed from where its first character stands to where its last does. */
export function joinExcerpts(lines: Pick<MappedText, 'span'>, excerpts: readonly Excerpt[]): MappedText {
  const pieces = excerpts.filter(({ text }) => text !== '');
  const starts: number[] = [];
  let length = 0;
  for (const { text } of pieces) {
    starts.push(length);
    length += text.length;
  }
  const place = (at: number, isEnd: boolean): number => {
    const index = lastAtOrBefore(pieces.length, isEnd ? at - 1 : at, i => starts[i] ?? 0);
    const piece = pieces[index];
    if (piece === undefined) return 0;
    const inside = at - (starts[index] ?? 0);
    if (piece.length === piece.text.length) return piece.offset + inside;
    return piece.offset + (isEnd ? piece.length : 0);
  };
  return {
    text: pieces.map(({ text }) => text).join(''),
    span: (start, end) => lines.span(place(start, false), place(end, end > start)),
  };
}

/**
 * A text that is written with escapes as excerpts of what is written: one of all of it where the two do not go together.
 * Each escape stands for one character, but one of four digits for one half of it where it has two.
 */
export function escapedExcerpts(text: string, written: string, mark: RegExp): readonly Excerpt[] {
  const excerpts: Excerpt[] = [];
  let done = 0;
  let offset = 0;
  const keep = (length: number, read: string): void => {
    if (length > 0) excerpts.push({ text: read, offset, length });
    done += read.length;
    offset += length;
  };
  for (const { 0: found, index } of written.matchAll(mark)) {
    keep(index - offset, written.slice(offset, index));
    const isPair = !found.startsWith('\\u') && (text.codePointAt(done) ?? 0) > 0xffff;
    keep(found.length, text.slice(done, done + (isPair ? 2 : 1)));
  }
  keep(written.length - offset, written.slice(offset));
  const isWhole = excerpts.map(excerpt => excerpt.text).join('') === text;
  return isWhole ? excerpts : [{ text, offset: 0, length: written.length }];
}

/** The text with what fits the pattern replaced; the replacement is placed where the original stands. */
export function replaceIn(
  source: MappedText,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string,
): MappedText {
  const excerpts: Excerpt[] = [];
  let done = 0;
  const keep = (end: number): void => {
    excerpts.push({ text: source.text.slice(done, end), offset: done, length: end - done });
  };
  for (const match of source.text.matchAll(pattern)) {
    keep(match.index);
    excerpts.push({ text: replace(match), offset: match.index, length: match[0].length });
    done = match.index + match[0].length;
  }
  if (excerpts.length === 0) return source;
  keep(source.text.length);
  return joinExcerpts(source, excerpts);
}

export function lastAtOrBefore(count: number, wanted: number, at: (index: number) => number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(middle) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
