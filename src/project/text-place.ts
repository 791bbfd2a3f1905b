import type { Position, SourceRange } from '../model/source.ts';

/** Finds the places of one text. The lines are counted once, when the first place is asked for. */
export class TextPlaces {
  readonly #file: string;
  readonly #text: string;
  #lineStarts: readonly number[] | undefined;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  position(offset: number): Position {
    this.#lineStarts ??= lineStartsOf(this.#text);
    const line = lastNotAfter(this.#lineStarts, offset);
    return { line, character: offset - (this.#lineStarts[line] ?? 0) };
  }

  range(start: number, end: number): SourceRange {
    return { file: this.#file, start: this.position(start), end: this.position(end) };
  }
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

/** The index of the last number that is not larger, in an ascending list whose first number is not. */
function lastNotAfter(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ascending[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first line that says something. */
export function firstLine(file: string, text: string): SourceRange {
  const start = Math.max(0, text.search(/\S/));
  const end = text.slice(start).search(/\r?\n|$/) + start;
  return new TextPlaces(file, text).range(start, end);
}
