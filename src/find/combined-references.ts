import type { ModelReference } from '../model/reference.ts';
import { compareSpans, type SourceRange } from '../model/source.ts';

/** What calls load, each use once, and the mentions that none of them loads and that name nothing else. */
export function combined(
  loaded: readonly ModelReference[],
  mentions: readonly ModelReference[],
  others: ReadonlySet<string>,
): readonly ModelReference[] {
  const places = distinct(loaded);
  const uses = new Set<string>();
  const mentioned = mentions.filter(({ range, target }) => {
    const key = placeKey(range);
    const use = `${key} ${target}`;
    const isLoaded = places.get(key)?.some(({ isTentative }) => !isTentative) ?? false;
    const isCounted = !isLoaded && !others.has(key) && !uses.has(use);
    uses.add(use);
    return isCounted;
  });
  return [...[...places.values()].flat(), ...mentioned].toSorted(byPlace);
}

/** By place: the references written there, one for each call that uses it. */
function distinct(references: readonly ModelReference[]): ReadonlyMap<string, readonly ModelReference[]> {
  const places = new Map<string, ModelReference[]>();
  const uses = new Set<string>();
  for (const reference of references) {
    const { range, target, call } = reference;
    const key = placeKey(range);
    const use = `${key} ${target} ${placeKey(call)}:${call.end.line}:${call.end.character}`;
    if (uses.has(use)) continue;
    uses.add(use);
    const others = places.get(key);
    if (others) others.push(reference);
    else places.set(key, [reference]);
  }
  for (const [key, uses] of places) {
    const loads = uses.filter(({ evidence }) => evidence === 'loaded');
    if (loads.length > 0) places.set(key, withoutMirrors(loads));
  }
  return places;
}

/** ModelScope has the Hub's models under the Hub's names: what a program can load from either is the Hub's. */
function withoutMirrors(uses: readonly ModelReference[]): ModelReference[] {
  const ofHub = new Set(
    uses.flatMap(({ hub, target, isTentative }) => (hub === 'huggingface' && !isTentative ? target : [])),
  );
  return uses.filter(({ hub, target }) => hub !== 'modelscope' || !ofHub.has(target));
}

/** Tells places apart. */
export function placeKey({ file, cell, start }: SourceRange): string {
  return `${file}:${cell ?? ''}:${start.line}:${start.character}`;
}

function byPlace(a: ModelReference, b: ModelReference): number {
  return compareRanges(a.range, b.range) || compareRanges(a.call, b.call);
}

function compareRanges(a: SourceRange, b: SourceRange): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return compareSpans(a, b);
}
