import cacache from 'cacache';
import envPaths from 'env-paths';
import type { CacheEntry, CacheStore } from '../model/outside.ts';

/** Raised when the shape of what is kept changes: entries under another version are not seen. */
const version = 'v1 ';

/** Answers of hubs on disk. Several processes may share a folder: an entry is written whole or not at all, and checked when read. */
export function createCache(folder: string = envPaths('ptm-audit', { suffix: '' }).cache): CacheStore {
  return {
    async get(key) {
      try {
        const { data } = await cacache.get(folder, version + key, { memoize: false });
        return toEntry(JSON.parse(data.toString('utf8')));
      } catch {
        // Nothing kept, or damaged: both mean that the hub has to be asked again.
        return undefined;
      }
    },
    async set(key, value) {
      const entry: CacheEntry = { value, at: new Date().toISOString() };
      try {
        const before = await cacache.get.info(folder, version + key);
        const now = await cacache.put(folder, version + key, JSON.stringify(entry));
        // The store goes by content and would keep what nothing names any more.
        if (before && before.integrity !== String(now)) await cacache.rm.content(folder, before.integrity);
      } catch {
        // A full or read-only disk costs speed, not the answer.
        return;
      }
    },
    async keys(prefix) {
      try {
        const entries = await cacache.ls(folder);
        const start = version + prefix;
        return Object.keys(entries)
          .filter(key => key.startsWith(start))
          .map(key => key.slice(version.length));
      } catch {
        return [];
      }
    },
  };
}

function toEntry(json: unknown): CacheEntry | undefined {
  const entry = json as Partial<CacheEntry> | null;
  return typeof entry?.at === 'string' && !Number.isNaN(Date.parse(entry.at))
    ? { value: entry.value, at: entry.at }
    : undefined;
}
