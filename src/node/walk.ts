import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileEntry, WalkOptions } from '../model/outside.ts';
import type { IgnoreRules } from './ignore-rules.ts';
import { isIgnored, ruleFilesAbove, rulesAbove, rulesFrom, rulesOf } from './ignore-rules.ts';
import { isCurrent, type KeptFolder, type WalkKeeper, WalkNotes } from './kept-walk.ts';
import { isInside } from './paths.ts';
import { readProblem } from './read-problem.ts';
import { repositoryTop } from './repository-top.ts';
import { timeOf } from './stamp.ts';
import type { TrackedFiles } from './tracked-files.ts';
import { trackedFiles } from './tracked-files.ts';
import { takeTurn } from './turns.ts';

const largestFile = 5 * 1024 * 1024;
/** Folders that never hold a project's own source, ignored by git or not. */
const foreignFolders = new Set(['.git', 'node_modules', '.venv', 'venv', 'site-packages', '__pycache__']);

/** Every file below a root that belongs to the repository, a folder's at a time. */
export async function* walk(
  root: string,
  options: WalkOptions,
  keeper?: WalkKeeper,
): AsyncGenerator<readonly FileEntry[]> {
  const top = await repositoryTop(root);
  const { isWanted, ignore, paths = [] } = options;
  const isWhole = paths.length === 0;
  const notes = isWhole && keeper ? new WalkNotes(top, keeper.now()) : undefined;
  const context: WalkContext = { root, options, isWanted, settings: rulesFrom(ignore), notes };
  const kept = isWhole ? await keeper?.recall(ignore) : undefined;
  if (kept && isCurrent(kept, root, top)) {
    yield* walkKept(context, kept.folders);
    return;
  }
  for (const file of top === undefined ? [] : ruleFilesAbove(root, top)) notes?.standOn(file);
  const scope: Scope = {
    rules: top === undefined ? [] : await rulesAbove(root, top),
    tracked: top === undefined ? undefined : trackedFiles(top, root, isWanted, notes),
    isIgnored: false,
  };
  if (isWhole) yield* walkFolder(context, '', scope);
  else yield* walkNamed(context, paths, scope);
  if (notes) await keeper?.keep(ignore, notes.walk);
}

/** The files of folders in which nothing came or went since. */
async function* walkKept(
  context: WalkContext,
  folders: readonly KeptFolder[],
): AsyncGenerator<readonly FileEntry[]> {
  for (const { path: folder, names, links = [] } of folders) {
    context.options.signal?.throwIfAborted();
    await takeTurn();
    const files = await entriesNamed(context, folder, names, new Set(links));
    if (files.length > 0) yield files;
  }
}

interface WalkContext {
  readonly root: string;
  readonly options: WalkOptions;
  readonly isWanted: (path: string) => boolean;
  /** The configuration's own ignored paths: nothing takes them back. */
  readonly settings: readonly IgnoreRules[];
  /** Undefined where nobody keeps the walk. */
  readonly notes: WalkNotes | undefined;
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
    context.notes?.enter(context.root, folder.path);
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
  const names: string[] = [];
  for (const entry of entries) {
    // Most files are of no interest: to ask the rules of each would cost more than all the rest.
    if (entry.isDirectory() || !(context.isWanted(entry.name) || entry.isSymbolicLink())) continue;
    const path = joinPath(folder, entry.name);
    if (isIgnored(path, context.settings)) continue;
    const isIgnoredHere = scope.isIgnored || isIgnored(path, scope.rules);
    // Git itself keeps a tracked file although an ignore rule names it.
    if (isIgnoredHere && !(await scope.tracked?.keeps(path))) continue;
    names.push(entry.name);
  }
  const links = new Set(entries.flatMap(entry => (entry.isSymbolicLink() ? entry.name : [])));
  context.notes?.hold(names, links);
  return await entriesNamed(context, folder, names, links);
}

async function entriesNamed(
  context: WalkContext,
  folder: string,
  names: readonly string[],
  links: ReadonlySet<string>,
): Promise<readonly FileEntry[]> {
  const files: FileEntry[] = [];
  for (const name of names) {
    const path = joinPath(folder, name);
    const found = links.has(name) ? await linkedEntry(context, path) : fileEntry(context, path);
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
  { root, isWanted, notes }: WalkContext,
  folder: string,
  entries: readonly Dirent[],
  outer: Scope,
): Promise<Scope> {
  const has = (name: string) => entries.some(entry => entry.name === name);
  const isOwnRepository = folder !== '' && has('.git');
  if (has('.gitignore')) notes?.standOn(join(root, folder, '.gitignore'));
  return {
    ...outer,
    rules: has('.gitignore') ? await rulesOf(root, folder, outer.rules) : outer.rules,
    tracked: isOwnRepository ? trackedFiles(join(root, folder), root, isWanted, notes) : outer.tracked,
  };
}

async function entriesOf(context: WalkContext, folder: string): Promise<Dirent[]> {
  try {
    await takeTurn();
    const entries = readdirSync(join(context.root, folder), { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    context.options.onSkipped(folder || '.', `cannot be read: ${readProblem(error)}`);
    context.notes?.doubt();
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
  return { path, size: info.size, modified: timeOf(info) };
}

function joinPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
