import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FileEntry, Files, WalkOptions } from '../model/outside.ts';
import { ReadError } from '../model/outside.ts';
import type { IgnoreRules } from './ignore-rules.ts';
import { isIgnored, rulesAbove, rulesFrom, rulesOf } from './ignore-rules.ts';
import { isInside } from './paths.ts';
import { readProblem } from './read-problem.ts';
import { isAbsent, readWhole, readWholeNow } from './read-whole.ts';
import { repositoryTop } from './repository-top.ts';
import type { TrackedFiles } from './tracked-files.ts';
import { trackedFiles } from './tracked-files.ts';
import { takeTurn } from './turns.ts';

const largestFile = 5 * 1024 * 1024;
/** Folders that never hold a project's own source, ignored by git or not. */
const foreignFolders = new Set(['.git', 'node_modules', '.venv', 'venv', 'site-packages', '__pycache__']);

/** The repository on disk. */
export function createFiles(root: string): Files {
  const base = resolve(root);
  const locate = (path: string) => join(base, path);
  return {
    read: async path => present(await readWhole(locate(path))),
    readNow: path => present(readWholeNow(locate(path))),
    readIfPresent: path => readWhole(locate(path)),
    exists: path => exists(base, locate(path)),
    names: folder => namesOf(locate(folder)),
    walk: options => walk(base, options),
  };
}

function present(bytes: Uint8Array | undefined): Uint8Array {
  if (bytes === undefined) throw new ReadError('cannot be read: no such file or folder');
  return bytes;
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

/** What cannot be looked at is there. */
async function exists(root: string, location: string): Promise<boolean> {
  if (!isInside(root, location)) return false;
  try {
    await lstat(location);
    return true;
  } catch (error) {
    return !isAbsent(error);
  }
}

async function* walk(root: string, options: WalkOptions): AsyncGenerator<readonly FileEntry[]> {
  const { isWanted } = options;
  const context: WalkContext = { root, options, isWanted, settings: rulesFrom(options.ignore) };
  const top = await repositoryTop(root);
  const scope: Scope = {
    rules: top === undefined ? [] : await rulesAbove(root, top),
    tracked: top === undefined ? undefined : trackedFiles(top, root, isWanted),
    isIgnored: false,
  };
  const { paths = [] } = options;
  if (paths.length === 0) yield* walkFolder(context, '', scope);
  else yield* walkNamed(context, paths, scope);
}

interface WalkContext {
  readonly root: string;
  readonly options: WalkOptions;
  readonly isWanted: (path: string) => boolean;
  /** The configuration's own ignored paths: nothing takes them back. */
  readonly settings: readonly IgnoreRules[];
}

/** What decides inside a folder which of its files belong to the repository. */
interface Scope {
  readonly rules: readonly IgnoreRules[];
  readonly tracked: TrackedFiles | undefined;
  /** In an ignored folder: only what git tracks all the same. */
  readonly isIgnored: boolean;
}

/** Only what is named, each file once. Who names something wants it read, whatever the ignore files say of it. */
async function* walkNamed(
  context: WalkContext,
  paths: readonly string[],
  outer: Scope,
): AsyncGenerator<readonly FileEntry[]> {
  const seen = new Set<string>();
  for (const path of paths) {
    for await (const entries of walkOne(context, path, outer)) {
      yield entries.filter(entry => !seen.has(entry.path));
      for (const entry of entries) seen.add(entry.path);
    }
  }
}

async function* walkOne(
  context: WalkContext,
  path: string,
  outer: Scope,
): AsyncGenerator<readonly FileEntry[]> {
  const { root, options } = context;
  const info = await stat(join(root, path)).catch((error: unknown) => readProblem(error));
  if (typeof info === 'string') {
    options.onSkipped(path, `cannot be read: ${info}`);
  } else if (isIgnored(info.isDirectory() ? `${path}/` : path, context.settings)) {
    options.onSkipped(path, 'left out by ignorePaths in the configuration');
  } else if (info.isDirectory()) {
    const scope = await scopeAbove(context, path, outer);
    yield* walkFolder(context, path, isIgnored(`${path}/`, scope.rules) ? { ...scope, rules: [] } : scope);
  } else if (context.isWanted(path)) {
    const entry = checked(path, info, options);
    if (entry) yield [entry];
  } else {
    options.onSkipped(path, 'not a kind of file that is read');
  }
}

/** The scope in force where a named path stands. */
async function scopeAbove(context: WalkContext, path: string, outer: Scope): Promise<Scope> {
  let { rules } = outer;
  const parts = path.split('/').slice(0, -1);
  for (let depth = 0; depth <= parts.length; depth += 1) {
    rules = await rulesOf(context.root, parts.slice(0, depth).join('/'), rules);
  }
  return { ...outer, rules };
}

interface Folder {
  readonly path: string;
  readonly scope: Scope;
}

/** Yields the files of one folder at a time, then those of its folders, each in the order of their names. */
async function* walkFolder(
  context: WalkContext,
  top: string,
  outer: Scope,
): AsyncGenerator<readonly FileEntry[]> {
  const left: Folder[] = [{ path: top, scope: outer }];
  for (let folder = left.pop(); folder; folder = left.pop()) {
    context.options.signal?.throwIfAborted();
    const entries = await entriesOf(context, folder.path);
    const scope = await scopeInside(context, folder.path, entries, folder.scope);
    const files = await filesIn(context, folder.path, entries, scope);
    if (files.length > 0) yield files;
    left.push(...(await foldersIn(context, folder.path, entries, scope)).reverse());
  }
}

async function filesIn(
  context: WalkContext,
  folder: string,
  entries: readonly Dirent[],
  scope: Scope,
): Promise<readonly FileEntry[]> {
  const files: FileEntry[] = [];
  for (const entry of entries) {
    // Most files are of no interest: to ask the rules of each would cost more than all the rest.
    if (entry.isDirectory() || !(context.isWanted(entry.name) || entry.isSymbolicLink())) continue;
    const path = joinPath(folder, entry.name);
    if (isIgnored(path, context.settings)) continue;
    const isIgnoredHere = scope.isIgnored || isIgnored(path, scope.rules);
    // Git itself keeps a tracked file although an ignore rule names it.
    if (isIgnoredHere && !(await scope.tracked?.keeps(path))) continue;
    const found = entry.isSymbolicLink() ? await linkedEntry(context, path) : fileEntry(context, path);
    if (found) files.push(found);
  }
  return files;
}

async function foldersIn(
  { settings }: WalkContext,
  folder: string,
  entries: readonly Dirent[],
  scope: Scope,
): Promise<Folder[]> {
  const folders: Folder[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory() || foreignFolders.has(entry.name)) continue;
    const path = joinPath(folder, entry.name);
    if (isIgnored(`${path}/`, settings)) continue;
    const isIgnoredHere = scope.isIgnored || isIgnored(`${path}/`, scope.rules);
    if (isIgnoredHere && !(await scope.tracked?.keeps(`${path}/`))) continue;
    folders.push({ path, scope: { ...scope, isIgnored: isIgnoredHere } });
  }
  return folders;
}

async function scopeInside(
  { root, isWanted }: WalkContext,
  folder: string,
  entries: readonly Dirent[],
  outer: Scope,
): Promise<Scope> {
  const has = (name: string) => entries.some(entry => entry.name === name);
  const isOwnRepository = folder !== '' && has('.git');
  return {
    ...outer,
    rules: has('.gitignore') ? await rulesOf(root, folder, outer.rules) : outer.rules,
    tracked: isOwnRepository ? trackedFiles(join(root, folder), root, isWanted) : outer.tracked,
  };
}

async function entriesOf(context: WalkContext, folder: string): Promise<Dirent[]> {
  try {
    await takeTurn();
    const entries = readdirSync(join(context.root, folder), { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    context.options.onSkipped(folder || '.', `cannot be read: ${readProblem(error)}`);
    return [];
  }
}

function fileEntry({ options, root }: WalkContext, path: string): FileEntry | undefined {
  try {
    return checked(path, lstatSync(`${root}/${path}`), options);
  } catch (error) {
    options.onSkipped(path, `cannot be read: ${readProblem(error)}`);
    return undefined;
  }
}

/** What a link inside the repository points to is read there; folders elsewhere are not entered, so no loop can form. */
async function linkedEntry(context: WalkContext, path: string): Promise<FileEntry | undefined> {
  const { options, root, isWanted } = context;
  const location = join(root, path);
  try {
    const [target, info] = [await realpath(location), await stat(location)];
    if (isInside(await realpath(root), target)) return undefined;
    if (info.isDirectory()) options.onSkipped(path, 'a link to a folder outside, not followed');
    return isWanted(path) && !info.isDirectory() ? checked(path, info, options) : undefined;
  } catch (error) {
    // A link that leads nowhere matters where its name is that of a source.
    if (isWanted(path)) options.onSkipped(path, `cannot be read: ${readProblem(error)}`);
    return undefined;
  }
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
  return { path, size: info.size, modified: Math.max(info.mtimeMs, info.ctimeMs) };
}

function joinPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
