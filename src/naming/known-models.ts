import { lazy } from '../model/lazy.ts';
import { once } from '../model/once.ts';
import { editDistance } from './edit-distance.ts';
import { foldHomoglyphs } from './homoglyphs.ts';
import { splitModelId } from './model-id.ts';

/** The models somebody published, as far as the snapshot and the cache know. */
export interface KnownModels {
  /** Whether a known model stands under this owner. */
  hasOwner(owner: string): boolean;
  /** Real ids of the same spelling but for a few characters, the most downloaded first; at most three. */
  nearest(id: string): readonly string[];
  /** Ids whose last part reads as `name`, whatever the owner, the most downloaded first. */
  named(name: string): readonly string[];
  /** Downloads of 30 days, or a coarse estimate from rank; undefined when unknown. */
  downloads(id: string): number | undefined;
}

const maximumNearest = 3;

/** One spelling to compare with: the id, or its last part where the id asked for has no owner. */
interface Spelling {
  readonly text: string;
  readonly letters: number;
  readonly id: string;
}

type ByLength = ReadonlyMap<number, readonly Spelling[]>;

/** Answers from a list of published ids. Each index is built when it is first needed, because most audits need none. */
export function createKnownModels(
  ids: () => readonly string[],
  downloads: (id: string) => number | undefined,
): KnownModels {
  const owners = lazy(() => new Set(ids().map(id => splitModelId(id).owner?.toLowerCase())));
  const byName = lazy(() => groupBy(ids(), id => foldHomoglyphs(splitModelId(id).name)));
  const wholeIds = lazy(() => indexByLength(ids(), id => id));
  const lastParts = lazy(() => indexByLength(ids(), id => splitModelId(id).name));
  const popularFirst = (found: readonly string[]) =>
    found.toSorted((a, b) => (downloads(b) ?? 0) - (downloads(a) ?? 0) || (a < b ? -1 : 1));

  return {
    hasOwner: owner => owners().has(owner.toLowerCase()),
    named: name => popularFirst(byName().get(foldHomoglyphs(name)) ?? []),
    nearest: once(id => {
      const index = id.includes('/') ? wholeIds() : lastParts();
      return popularFirst(nearestIn(index, id)).slice(0, maximumNearest);
    }),
    downloads,
  };
}

/** The ids that need the fewest edits, if those are few enough for a slip of the keyboard. */
function nearestIn(index: ByLength, id: string): readonly string[] {
  const text = id.toLowerCase();
  const letters = lettersOf(text);
  let fewest = toleratedEdits(text.length);
  let found: string[] = [];
  for (const spelling of candidates(index, text.length, fewest)) {
    if (spelling.id === id || cannotBeNear(letters, spelling.letters, fewest)) continue;
    const edits = editDistance(text, spelling.text);
    if (edits > fewest) continue;
    if (edits < fewest) found = [];
    fewest = edits;
    found.push(spelling.id);
  }
  return found;
}

function* candidates(index: ByLength, length: number, edits: number): Iterable<Spelling> {
  for (let difference = -edits; difference <= edits; difference += 1) {
    yield* index.get(length + difference) ?? [];
  }
}

/** Short names are close to each other by chance. */
function toleratedEdits(length: number): number {
  if (length < 6) return 1;
  return length < 12 ? 2 : 3;
}

/** One bit per character, modulo 32: an edit changes at most two, so a larger difference needs no closer look. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index += 1) letters |= 1 << (text.charCodeAt(index) & 31);
  return letters;
}

function cannotBeNear(a: number, b: number, edits: number): boolean {
  let difference = a ^ b;
  let bits = 0;
  while (difference !== 0) {
    difference &= difference - 1;
    bits += 1;
  }
  return bits > 2 * edits;
}

function indexByLength(ids: readonly string[], spell: (id: string) => string): ByLength {
  const spellings = ids.map(id => {
    const text = spell(id).toLowerCase();
    return { text, letters: lettersOf(text), id };
  });
  return groupBy(spellings, spelling => spelling.text.length);
}

function groupBy<T, K>(items: readonly T[], key: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
