import { isVerbatim, unknownText, type WordPiece, type WordValue } from '../model/command.ts';
import type { Position, Span } from '../model/source.ts';
import { lastAtOrBefore, type MappedText } from './mapped-text.ts';

/** Stands in code for what only the run knows: a letter, so that the code around it reads, and one that nobody writes. */
export const unknownLetter = '\uA66E';

/** A text of another language inside a command, which knows where in the file each stretch of it is written. */
export interface InnerText extends MappedText {
  /** Where variables of the shell gave the whole of a stretch: their uses, the first one first. Else nothing. */
  uses(start: number, end: number): readonly Span[];
}

/** What a word holds from one of its characters on. `word` is where it stands. */
export function innerText(value: WordValue, word: Span, from = 0): InnerText {
  return new ValueText(value, word, from);
}

class ValueText implements InnerText {
  readonly text: string;
  readonly #pieces: readonly WordPiece[];
  /** Where in the value each piece starts, and which of its neighbours came the same way as it. */
  readonly #starts: number[] = [];
  readonly #ways: number[] = [];
  readonly #word: Span;
  readonly #from: number;

  constructor(value: WordValue, word: Span, from: number) {
    this.#pieces = value.filter(({ text }) => text !== '');
    this.#word = word;
    this.#from = from;
    let whole = '';
    let way = 0;
    for (const [index, { text, trail }] of this.#pieces.entries()) {
      const before = this.#pieces[index - 1]?.trail;
      if (before && !isSameWay(before, trail)) way += 1;
      this.#starts.push(whole.length);
      this.#ways.push(way);
      whole += text;
    }
    this.text = whole.slice(from).replaceAll(unknownText, unknownLetter);
  }

  /** What variables gave as a whole is placed where it is written, everything else in the text itself. */
  span(start: number, end: number): Span {
    const { first, last, uses } = this.#touched(start, end);
    if (first === undefined || last === undefined) return this.#word;
    const isGiven = uses.length > 0;
    const begins = this.#position(first, start, false, isGiven);
    const ends = this.#position(last, Math.max(start, end), end > start, isGiven);
    return { ...this.#word, start: begins, end: ends };
  }

  uses(start: number, end: number): readonly Span[] {
    return this.#touched(start, end).uses;
  }

  /** The pieces at the ends of a stretch, and the way that all of them came. */
  #touched(start: number, end: number) {
    const [first, last] = [start, Math.max(start, end - 1)].map(at => this.#pieceAt(this.#from + at));
    const isOne = first !== undefined && last !== undefined && this.#ways[first] === this.#ways[last];
    const uses = isOne ? (this.#pieces[first]?.trail ?? []) : [];
    return { first, last, uses };
  }

  #pieceAt(at: number): number | undefined {
    const { length } = this.#pieces;
    return length === 0 ? undefined : lastAtOrBefore(length, at, index => this.#starts[index] ?? 0);
  }

  #position(index: number, at: number, isEnd: boolean, isGiven: boolean): Position {
    const piece = this.#pieces[index];
    if (piece === undefined) return this.#word.start;
    const use = isGiven ? undefined : piece.trail.at(-1);
    if (use === undefined && isVerbatim(piece)) {
      const { line, character } = piece.span.start;
      return { line, character: character + this.#from + at - (this.#starts[index] ?? 0) };
    }
    const span = use ?? piece.span;
    return isEnd ? span.end : span.start;
  }
}

function isSameWay(one: readonly Span[], other: readonly Span[]): boolean {
  return one.length === other.length && one.every((use, index) => use === other[index]);
}
