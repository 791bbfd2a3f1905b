import type { Expression, RecordEntry } from '../model/syntax.ts';
import { oncePer } from './once-per.ts';

/** What a record written out has under a key. */
export interface Entry {
  readonly value: Expression | undefined;
  /** The records spread in behind it, the last first: they may have the key too. */
  readonly spreads: readonly Expression[];
}

interface Index {
  /** Of each key the last place, which counts. */
  readonly places: ReadonlyMap<string, number>;
  readonly spreads: readonly number[];
}

/** A dictionary may have thousands of keys, each of which is looked up. */
export function entryOf(entries: readonly RecordEntry[], key: string): Entry {
  const { places, spreads } = indexOf(entries);
  const place = places.get(key);
  const behind = spreads.filter(spread => place === undefined || spread > place).toReversed();
  return {
    value: place === undefined ? undefined : entries[place]?.value,
    spreads: behind.flatMap(spread => entries[spread]?.value ?? []),
  };
}

const indexOf = oncePer((entries: readonly RecordEntry[]): Index => {
  const places = new Map<string, number>();
  const spreads: number[] = [];
  for (const [place, { key }] of entries.entries()) {
    if (key?.kind === 'string') places.set(key.value, place);
    else if (key === undefined) spreads.push(place);
  }
  const index = { places, spreads };
  return index;
});

/** `record["key"]`, which nobody writes out. */
export function entryUnder(object: Expression, key: string, span: Expression['span']): Expression {
  return { kind: 'index', object, index: { kind: 'string', value: key, span }, span };
}
