import { textOf, unknownText, type WordPiece, type WordValue } from '../model/command.ts';
import type { Span } from '../model/source.ts';

/** What one name can hold is kept within these bounds: more was not written by a person. */
const maxValues = 64;
const maxPieces = 2_000;
/** Pieces of all its values together, where it has several. */
const maxOptions = 10_000;
const maxText = 20_000;
const maxTrail = 8;
/** Pieces that one script may make: variables that hold variables would else grow without end. */
const maxWork = 500_000;

/** The variables of a script while it is read, over those of what surrounds it. */
export class Variables {
  readonly #values = new Map<string, readonly WordValue[]>();
  readonly #outer: Variables | undefined;
  readonly #work: { pieces: number };

  constructor(outer?: Variables) {
    this.#outer = outer;
    this.#work = outer === undefined ? { pieces: 0 } : outer.#work;
  }

  /** False once the script has made more of its variables than any person means. */
  spend(pieces: number): boolean {
    this.#work.pieces += pieces;
    return this.#work.pieces < maxWork;
  }

  /** Undefined: never set. An empty list: set to what only the run knows. */
  get(name: string): readonly WordValue[] | undefined {
    return this.#values.get(name) ?? this.#outer?.get(name);
  }

  get ownNames(): readonly string[] {
    return [...this.#values.keys()];
  }

  set(name: string, values: readonly WordValue[], isConditional = false): void {
    const known = values.filter(isKnownValue);
    const before = isConditional ? (this.get(name) ?? []) : [];
    this.#values.set(name, distinct([...known, ...before]).slice(0, maxValues));
  }
}

/** What holds after one of several branches was taken; `isExhaustive` says that one of them is. */
export function mergeBranches(
  before: Variables,
  branches: readonly Variables[],
  isExhaustive: boolean,
): void {
  for (const name of new Set(branches.flatMap(branch => branch.ownNames))) {
    const values = branches.flatMap(branch => branch.get(name) ?? []);
    before.set(name, values, !isExhaustive);
  }
}

export function isKnownValue(value: WordValue): boolean {
  return !value.some(piece => piece.text.includes(unknownText));
}

function distinct(values: readonly WordValue[]): readonly WordValue[] {
  const seen = new Map<string, WordValue>();
  for (const value of values) {
    const [first] = value;
    const key = `${first?.span.start.line}:${first?.span.start.character}:${textOf(value)}`;
    if (!seen.has(key)) seen.set(key, value);
  }
  return [...seen.values()];
}

/** The values with the place where a variable gave them added to their trail. */
export function usedAt(values: readonly WordValue[], use: Span): readonly WordValue[] {
  return values.map(value =>
    value.map(piece => ({ ...piece, trail: [...piece.trail, use].slice(-maxTrail) })),
  );
}

export function unknownValue(span: Span): WordValue {
  return [{ text: unknownText, span, trail: [] }];
}

/**
 * Every text that an option of each part makes, one after the other. Too much of it is not known; `written` characters of
 * it stand in the file as they are.
 */
export function combine<P extends WordPiece>(
  parts: readonly (readonly (readonly P[])[])[],
  written = 0,
): readonly (readonly P[])[] | undefined {
  let results: (readonly P[])[] = [[]];
  /** Of the usual case, which grows one list in place of copying it for each part. */
  let only: P[] | undefined = [];
  let [pieces, length] = [0, 0];
  for (const options of parts) {
    if (results.length * options.length > maxValues) return undefined;
    pieces += Math.max(0, ...options.map(option => option.length));
    length += Math.max(0, ...options.map(lengthOf));
    if (pieces > maxPieces + written || length > maxText + written) return undefined;
    const [option] = options;
    if (only && option && options.length === 1) for (const piece of option) only.push(piece);
    else {
      if (only) results = [only];
      only = undefined;
      results = results.flatMap(result => options.map(option => [...result, ...option]));
    }
  }
  if (only) return [only];
  return results.reduce((sum, result) => sum + result.length, 0) > maxOptions ? undefined : results;
}

function lengthOf(value: WordValue): number {
  let length = 0;
  for (const piece of value) length += piece.text.length;
  return length;
}
