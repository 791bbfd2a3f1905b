import { randomUUID } from 'node:crypto';
import type { Dirent, Stats } from 'node:fs';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { cacheVersion, decodeEntry, type StoredEntry } from './cache-entry.ts';
import { exclusively } from './lock.ts';

/** Bounds on what is kept. Every fact can be asked again. */
export interface CacheBounds {
  readonly bytes: number;
  /** What is larger than this is not kept: it would take the place of everything else. */
  readonly entryBytes: number;
  /** Milliseconds since an entry was written. */
  readonly age: number;
}

const day = 86_400_000;
export const standardBounds: CacheBounds = {
  bytes: 200 * 2 ** 20,
  entryBytes: 50 * 2 ** 20,
  age: 90 * day,
};
/** What a process leaves behind that dies while it writes. */
const leftoverAge = 3_600_000;

interface StoredFile {
  readonly path: string;
  readonly bytes: number;
  /** When it was written. Milliseconds since the epoch. */
  readonly time: number;
}

export interface CacheSummary {
  readonly folder: string;
  readonly kinds: readonly KindSummary[];
}

export interface KindSummary {
  /** The first words of the keys: `huggingface model`. */
  readonly kind: string;
  readonly entries: number;
  readonly bytes: number;
  /** ISO 8601. */
  readonly oldest: string;
}

/** Once a day, by whichever process comes first. */
export async function pruneCache(folder: string, bounds: CacheBounds): Promise<void> {
  const mark = join(folder, 'pruned');
  if (await isYoung(mark, day)) return;
  await exclusively(
    join(folder, 'locks', 'prune'),
    async () => {
      if (await isYoung(mark, day)) return;
      await writeFile(mark, '');
      await utimes(mark, new Date(), new Date());
      await removeOld(folder, bounds);
    },
    undefined,
  );
}

async function isYoung(file: string, age: number): Promise<boolean> {
  const info = await statIfThere(file);
  return info !== undefined && Date.now() - info.mtimeMs < age;
}

async function removeOld(folder: string, { bytes, entryBytes, age }: CacheBounds): Promise<void> {
  const files = (await filesBelow(folder)).toSorted((a, b) => b.time - a.time);
  const current = join(folder, cacheVersion) + sep;
  let kept = 0;
  for (const file of files) {
    const isLeftover = file.path.endsWith('.tmp') || !file.path.startsWith(current);
    const limit = isLeftover ? leftoverAge : age;
    const fits = file.bytes <= entryBytes && kept + file.bytes <= bytes;
    const isKept = fits && Date.now() - file.time <= limit;
    if (isKept) kept += file.bytes;
    else await rm(file.path, { force: true });
  }
}

export interface Cleared {
  readonly entries: number;
  readonly bytes: number;
}

/** Removes every answer, and tells how much that was; what else lies in the folder is not ours. */
export async function clearCache(folder: string): Promise<Cleared> {
  let cleared = { entries: 0, bytes: 0 };
  for (const name of await ownFolders(folder)) {
    const path = await aside(join(folder, name));
    const entries = name.startsWith('locks') ? [] : (await filesIn(path)).filter(isEntry);
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes, cleared.bytes);
    cleared = { entries: cleared.entries + entries.length, bytes };
    await rm(path, { recursive: true, force: true, maxRetries: 3 });
  }
  return cleared;
}

function isEntry({ path }: StoredFile): boolean {
  return !path.endsWith('.tmp');
}

/** Out of the way of those who write at the same time; where it is where that cannot be. */
async function aside(path: string): Promise<string> {
  const elsewhere = `${path}.${randomUUID()}.tmp`;
  try {
    await rename(path, elsewhere);
    return elsewhere;
  } catch {
    return path;
  }
}

export async function summarizeCache(folder: string): Promise<CacheSummary> {
  const kinds = new Map<string, KindSummary>();
  for (const file of await filesBelow(folder)) {
    const entry = isEntry(file) ? await readEntry(file.path) : undefined;
    if (entry === undefined) continue;
    const kind = kindOf(entry.key);
    const known = kinds.get(kind) ?? { kind, entries: 0, bytes: 0, oldest: entry.at };
    const [oldest = entry.at] = [entry.at, known.oldest].sort();
    kinds.set(kind, {
      kind,
      entries: known.entries + 1,
      bytes: known.bytes + file.bytes,
      oldest,
    });
  }
  return { folder, kinds: [...kinds.values()].toSorted((a, b) => (a.kind < b.kind ? -1 : 1)) };
}

/** Keys begin with who was asked and for what; what is kept of repositories begins with one word and a version. */
function kindOf(key: string): string {
  const [first = '', second = ''] = key.split(' ');
  return /^\d/.test(second) ? `repository ${first}` : `${first} ${second}`;
}

async function readEntry(path: string): Promise<StoredEntry | undefined> {
  try {
    return await decodeEntry(await readFile(path));
  } catch {
    // Pruned by another process just now, or damaged: either way nothing is kept there.
    return undefined;
  }
}

async function filesBelow(folder: string): Promise<readonly StoredFile[]> {
  const names = await ownFolders(folder);
  return (await Promise.all(names.map(name => filesIn(join(folder, name))))).flat();
}

async function filesIn(folder: string): Promise<readonly StoredFile[]> {
  const files: StoredFile[] = [];
  for (const entry of await readFolder(folder)) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const info = await statIfThere(path);
    if (info) files.push({ path, bytes: info.size, time: info.mtimeMs });
  }
  return files;
}

/** Those of this version, of others, and what was being removed by a process that died over it. */
async function ownFolders(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter(name => /^(v\d+|locks)(\.[\w-]+\.tmp)?$/.test(name));
}

async function readFolder(folder: string): Promise<readonly Dirent[]> {
  // Another process may have removed it just now.
  return await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
}

async function statIfThere(file: string): Promise<Stats | undefined> {
  return await stat(file).catch(() => undefined);
}
