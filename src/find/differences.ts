import type { ModelReference } from '../model/reference.ts';
import type { SourceRange } from '../model/source.ts';
import { placeKey } from './combined-references.ts';

/** What stands in one list and not in the other. */
export function difference(some: readonly string[] = [], others: readonly string[] = []): readonly string[] {
  const [first, second] = [new Set(some), new Set(others)];
  return [...some.filter(one => !second.has(one)), ...others.filter(one => !first.has(one))];
}

export function meets(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const one of others) if (some.has(one)) return true;
  return false;
}

/** The files in which two searches of one file do not agree. */
export function differing(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const files = [...before, ...now].flatMap(([key, file]) => (before.has(key) && now.has(key) ? [] : file));
  return new Set(files);
}

export function byUse(references: readonly ModelReference[]): ReadonlyMap<string, string> {
  return new Map(
    references.map(reference => [
      `${placeKey(reference.range)} ${reference.target} ${placeKey(reference.call)}`,
      reference.range.file,
    ]),
  );
}

export function byKey(ranges: readonly SourceRange[]): ReadonlyMap<string, string> {
  return new Map(ranges.map(range => [placeKey(range), range.file]));
}
