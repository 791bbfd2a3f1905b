import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { FileEntry, Files, WalkOptions } from '../model/outside.ts';
import { ReadError } from '../model/outside.ts';
import type { IgnoreRules } from './ignore-rules.ts';
import { isIgnored, rulesAbove, rulesFrom, rulesOf } from './ignore-rules.ts';
import { readProblem } from './read-problem.ts';

const largestFile = 5 * 1024 * 1024;
/** Folders that never hold a project's own source, ignored by git or not. */
const foreignFolders = new Set(['.git', 'node_modules', '.venv', 'venv', 'site-packages', '__pycache__']);

/** The repository on disk. */
export function createFiles(root: string): Files {
  const base = resolve(root);
  const locate = (path: string) => join(base, path);
  return {
    read: path => readWhole(locate(path)),
    readIfPresent: path => readWhole(locate(path), { isOptional: true }),
    names: folder => namesOf(locate(folder)),
    walk: options => walk(base, options),
  };
}

async function readWhole(location: string): Promise<Uint8Array>;
async function readWhole(location: string, options: { isOptional: true }): Promise<Uint8Array | undefined>;
async function readWhole(location: string, options?: { isOptional: true }): Promise<Uint8Array | undefined> {
  try {
    return await readFile(location);
  } catch (error) {
    if (options?.isOptional && isAbsent(error)) return undefined;
    throw new ReadError(`cannot be read: ${readProblem(error)}`, { cause: error });
  }
}

async function namesOf(location: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(location, { withFileTypes: true });
    return entries
      .filter(entry => !entry.isDirectory())
      .map(entry => entry.name)
      .sort();
  } catch (error) {
    if (isAbsent(error)) return [];
    throw new ReadError(`cannot be read: ${readProblem(error)}`, { cause: error });
  }
}

function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

async function* walk(root: string, options: WalkOptions): AsyncGenerator<FileEntry> {
  const context = { root, options, settings: rulesFrom('', options.ignore) };
  yield* walkFolder(context, '', await rulesAbove(root));
}

interface WalkContext {
  readonly root: string;
  readonly options: WalkOptions;
  /** The configuration's own ignored paths: no ignore file takes them back. */
  readonly settings: IgnoreRules;
}

/** Yields a folder's files, then those of its folders, each in the order of their names. */
async function* walkFolder(
  context: WalkContext,
  folder: string,
  inherited: readonly IgnoreRules[],
): AsyncGenerator<FileEntry> {
  context.options.signal?.throwIfAborted();
  const entries = await entriesOf(context, folder);
  const rules = await rulesOf(context.root, folder, entries, inherited);
  const isLeftOut = (path: string) => isIgnored(path, [context.settings]) || isIgnored(path, rules);

  const files = entries.filter(entry => !entry.isDirectory());
  const found = await Promise.all(
    files.map(entry => {
      const path = joinPath(folder, entry.name);
      return isLeftOut(path) ? undefined : fileEntry(context, path, entry);
    }),
  );
  for (const entry of found) if (entry) yield entry;

  for (const entry of entries) {
    if (!entry.isDirectory() || foreignFolders.has(entry.name)) continue;
    const path = joinPath(folder, entry.name);
    if (!isLeftOut(`${path}/`)) yield* walkFolder(context, path, rules);
  }
}

async function entriesOf(context: WalkContext, folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(join(context.root, folder), { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    context.options.onSkipped(folder || '.', `cannot be read: ${readProblem(error)}`);
    return [];
  }
}

async function fileEntry(context: WalkContext, path: string, entry: Dirent): Promise<FileEntry | undefined> {
  const { options, root } = context;
  const isWanted = options.endings.some(ending => path.endsWith(ending));
  try {
    if (entry.isSymbolicLink()) return await linkedEntry(context, path, isWanted);
    return isWanted ? checked(path, await lstat(join(root, path)), options) : undefined;
  } catch (error) {
    if (isWanted) options.onSkipped(path, `cannot be read: ${readProblem(error)}`);
    return undefined;
  }
}

/** What a link inside the repository points to is read there; folders elsewhere are not entered, so no loop can form. */
async function linkedEntry(
  context: WalkContext,
  path: string,
  isWanted: boolean,
): Promise<FileEntry | undefined> {
  const location = join(context.root, path);
  const [target, info] = isWanted
    ? [await realpath(location), await stat(location)]
    : [await realpath(location).catch(() => undefined), await stat(location).catch(() => undefined)];
  if (!target || !info || isInside(await realpath(context.root), target)) return undefined;
  if (info.isDirectory()) context.options.onSkipped(path, 'a link to a folder outside, not followed');
  return isWanted && !info.isDirectory() ? checked(path, info, context.options) : undefined;
}

function checked(path: string, info: Stats, options: WalkOptions): FileEntry | undefined {
  if (!info.isFile()) {
    options.onSkipped(path, 'not a regular file');
    return undefined;
  }
  if (info.size > largestFile) {
    options.onSkipped(path, 'larger than 5 MB');
    return undefined;
  }
  return { path, size: info.size };
}

function isInside(folder: string, location: string): boolean {
  const way = relative(folder, location);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function joinPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
