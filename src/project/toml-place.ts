import type { SourceRange } from '../model/source.ts';
import { TextPlaces } from './text-place.ts';

/**
 * Finds where a TOML file or an INI file gives a key of a table: the key and its value as far as the line goes.
 *
 * The parser keeps no positions, so the lines are looked at instead; dotted keys are found by their last part.
 */
export class TomlPlaces {
  readonly #text: string;
  readonly #places: TextPlaces;
  #offsets: ReadonlyMap<string, number> | undefined;

  constructor(file: string, text: string) {
    this.#text = text;
    this.#places = new TextPlaces(file, text);
  }

  find(table: string, key: string): SourceRange | undefined {
    this.#offsets ??= keyOffsets(this.#text);
    const offset = this.#offsets.get(`${table}.${key}`);
    if (offset === undefined) return undefined;
    const line = lineAt(this.#text, offset);
    const start = offset + Math.max(0, line.search(/\S/));
    return this.#places.range(start, Math.max(start, offset + line.trimEnd().length));
  }
}

/** Where the line of each key begins, by table and key. The first of several counts. */
function keyOffsets(text: string): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  let table = '';
  for (let offset = 0; offset <= text.length; ) {
    const line = lineAt(text, offset);
    const header = /^\s*\[([^[\]]+)\]/.exec(line)?.[1];
    const written = header === undefined ? keyOf(line) : undefined;
    if (header !== undefined) table = unquoted(header);
    if (written !== undefined && !offsets.has(`${table}.${written}`))
      offsets.set(`${table}.${written}`, offset);
    offset += line.length + 1;
  }
  return offsets;
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end < 0 ? text.length : end);
}

/** Cut before it is matched: a line of any length and any blanks then takes one pass. */
function keyOf(line: string): string | undefined {
  const end = line.search(/[=:]/);
  const written = line.slice(0, Math.max(0, end)).trim();
  return /^[\w.\s"'-]+$/.test(written) ? unquoted(written) : undefined;
}

function unquoted(name: string): string {
  return name.replaceAll(/["'\s]/g, '');
}
