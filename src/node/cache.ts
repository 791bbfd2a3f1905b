import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import envPaths from 'env-paths';
import PQueue from 'p-queue';
import type { CacheEntry, CacheStore } from '../model/outside.ts';
import { cacheVersion, decodeEntry, encodeEntry, nameOf } from './cache-entry.ts';
import { type CacheBounds, pruneCache, standardBounds } from './cache-folder.ts';
import { exclusively } from './lock.ts';

/** Files opened at a time: systems allow a process so many, and an audit asks for thousands of answers at once. */
const opened = new PQueue({ concurrency: 64 });

/** Where answers lie unless `PTM_AUDIT_CACHE` names another folder. */
export function defaultCacheFolder(): string {
  return envPaths('ptm-audit', { suffix: '' }).cache;
}

/**
 * Answers of hubs on disk, each in a file of its own that is written aside and then renamed: it is there as a whole or not
 * at all, whoever dies in between and however many processes share the folder.
 */
export function createCache(
  folder: string = defaultCacheFolder(),
  bounds: CacheBounds = standardBounds,
): CacheStore {
  let hasPruned = false;
  return {
    async get(key) {
      const file = entryFile(folder, key);
      try {
        return await entryOf(await opened.add(() => readFile(file)), key);
      } catch (error) {
        // Nothing kept, or damaged: both mean that the hub has to be asked again.
        if (error instanceof DamagedEntry) await rm(file, { force: true }).catch(ignoreDisk);
        return undefined;
      }
    },
    async set(key, value) {
      try {
        const entry = await encodeEntry({ key, at: new Date().toISOString(), value });
        if (entry.length > bounds.entryBytes) return;
        await opened.add(() => writeWhole(entryFile(folder, key), entry));
        if (hasPruned) return;
        hasPruned = true;
        await pruneCache(folder, bounds);
      } catch (error) {
        ignoreDisk(error);
      }
    },
    exclusively: (key, work, signal) => exclusively(join(folder, 'locks', nameOf(key)), work, signal),
  };
}

/** A folder for each first byte of the name: systems and people are slow with folders of many thousand files. */
export function entryFile(folder: string, key: string): string {
  const name = nameOf(key);
  return join(folder, cacheVersion, name.slice(0, 2), name);
}

class DamagedEntry extends Error {}

async function entryOf(stored: Uint8Array, key: string): Promise<CacheEntry> {
  const entry = await decodeEntry(stored);
  if (entry?.key !== key) throw new DamagedEntry();
  return { value: entry.value, at: entry.at };
}

async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  const aside = `${file}.${randomUUID()}.tmp`;
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(aside, content);
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

/** A full or read-only disk, or what is too long to be a text, costs speed, not the answer. Other errors are our own. */
function ignoreDisk(error: unknown): void {
  if (error instanceof RangeError) return;
  if (!(error instanceof Error && 'code' in error)) throw error;
}
