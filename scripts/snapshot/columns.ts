import type { Dictionary } from '../../src/hub/snapshot-format.ts';

/** By owner, then by name, in code units: the same on every machine. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compare(ownerOf(a.id), ownerOf(b.id)) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function ownerOf(id: string): string {
  return id.includes('/') ? id.slice(0, id.indexOf('/')) : '';
}

export function encodeIds(items: readonly { readonly id: string }[]): string {
  const owners = new Map<string, string[]>();
  for (const { id } of items) {
    const owner = ownerOf(id);
    const names = owners.get(owner) ?? [owner];
    names.push(id.slice(owner === '' ? 0 : owner.length + 1));
    owners.set(owner, names);
  }
  return [...owners.values()].map(names => names.join(' ')).join('\n');
}

export function dictionary<T>(column: readonly (T | undefined)[]): Dictionary<T> {
  const words: T[] = [];
  const places = new Map<string, number>();
  const values = column.map(word => {
    if (word === undefined) {
      return 0;
    }
    const key = JSON.stringify(word);
    const place = places.get(key) ?? words.push(word);
    places.set(key, place);
    return place;
  });
  return { words, values };
}

export function shifted(value: number | false | undefined, isZero = false): number {
  if (isZero) {
    return 1;
  }
  return value === undefined || value === false ? 0 : value + 1;
}

export function bits<T>(names: readonly T[], isSet: (name: T) => boolean): number {
  return names.reduce((sum, name, index) => (isSet(name) ? sum | (1 << index) : sum), 0);
}

export function pairs(entries: readonly (readonly [string, string])[]): string {
  return entries
    .map(([key, value]) => `${key} ${value}`)
    .sort()
    .join('\n');
}
