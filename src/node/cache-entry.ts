import { createHash } from 'node:crypto';
import type { CacheEntry } from '../model/outside.ts';

/** Raised when the shape of what is kept changes: what lies under another version is not seen, and pruned. */
export const cacheVersion = 'v2';

export interface StoredEntry extends CacheEntry {
  readonly key: string;
}

/** Keys hold what no file system takes for a name. */
export function nameOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** The first line tells whether the second is as it was written. */
export function encodeEntry(entry: StoredEntry): string {
  const text = JSON.stringify(entry);
  return `${nameOf(text)}\n${text}`;
}

/** Undefined for what was not encoded here, or has changed since. */
export function decodeEntry(stored: string): StoredEntry | undefined {
  const end = stored.indexOf('\n');
  const text = stored.slice(end + 1);
  return stored.slice(0, end) === nameOf(text) ? (JSON.parse(text) as StoredEntry) : undefined;
}
