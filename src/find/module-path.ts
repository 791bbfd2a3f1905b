import type { Language } from '../model/syntax.ts';

const scriptEndings = ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts', '.json'];

/** The files of the repository a module's name can mean, the likeliest first. */
export function modulePaths(module: string, from: string, language: Language): readonly string[] {
  return language === 'python' ? pythonPaths(module, from) : scriptPaths(module, from);
}

function pythonPaths(module: string, from: string): readonly string[] {
  return dottedPaths(module, from).flatMap(pythonFiles);
}

/** The paths that the name of a module or a package can mean, but for their endings, the likeliest first. */
function dottedPaths(name: string, from: string): readonly string[] {
  const [, dots = '', rest = ''] = /^(\.*)(.*)$/.exec(name) ?? [];
  const path = rest.replaceAll('.', '/');
  if (dots !== '') return [join(ancestor(folderOf(from), dots.length - 1), path)];
  return foldersAbove(from).map(folder => join(folder, path));
}

export function pythonFiles(path: string): readonly string[] {
  return path === '' ? ['__init__.py'] : [`${path}.py`, `${path}/__init__.py`, `${path}.pyi`];
}

/** A name for all modules of a package, which is given with the dot behind it. */
export function anyModuleOf(start: string): string {
  return `${start}*`;
}

/** The folders that such a name can mean, the likeliest first; undefined of another name. */
export function packagePaths(name: string, from: string): readonly string[] | undefined {
  if (!name.endsWith('.*')) return undefined;
  // The dot behind a package's name parts it from its modules; those of `.` and `..` are the name.
  return dottedPaths(name.slice(0, -1).replace(/(?<=[^.])\.$/, ''), from);
}

function scriptPaths(module: string, from: string): readonly string[] {
  if (/^\.{1,2}(\/|$)/.test(module)) return scriptFiles(normalize(join(folderOf(from), module)));
  // The usual names of a project's own root.
  const [, rest] = /^(?:@|~|\$lib|src)\/(.+)$/.exec(module) ?? [];
  if (rest === undefined) return [];
  return foldersAbove(from).flatMap(folder =>
    [join(folder, `src/${rest}`), join(folder, rest)].flatMap(scriptFiles),
  );
}

function scriptFiles(path: string): readonly string[] {
  // TypeScript sources import each other by the name the compiled file will have.
  const stem = path.replace(/\.[mc]?jsx?$/, '');
  return [
    path,
    ...scriptEndings.map(ending => stem + ending),
    ...scriptEndings.map(ending => `${path}/index${ending}`),
  ];
}

export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

export function lastNameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** Whether a folder holds a file or another folder, or is that. */
export function isAround(folder: string, inner: string): boolean {
  return folder === '' || `${inner}/`.startsWith(`${folder}/`);
}

/** Of some files those that lie nearest to another: in the most of the folders that it lies in. */
export function nearestOf(files: readonly string[], from: string): readonly string[] {
  const nearest = Math.max(0, ...files.map(file => sharedFolders(file, from)));
  return files.filter(file => sharedFolders(file, from) === nearest);
}

function sharedFolders(one: string, other: string): number {
  const [first, second] = [one, other].map(file => file.split('/').slice(0, -1)) as [string[], string[]];
  const end = first.findIndex((name, index) => name !== second[index]);
  return end < 0 ? first.length : end;
}

/** `pipeline` for `transformers.pipeline`. */
export function lastPartOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** What projects keep their packages in beside the root. */
export const packageFolders: readonly string[] = ['src', 'python'];

/** A file's folder and each one above it, up to the root, with those beside each that packages are kept in. */
function foldersAbove(file: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    folders.push(folder, ...packageFolders.map(name => join(folder, name)));
    if (folder === '') return folders;
  }
}

function ancestor(folder: string, levels: number): string {
  return levels <= 0 ? folder : ancestor(folderOf(folder), levels - 1);
}

export function join(folder: string, path: string): string {
  if (folder === '') return path;
  return path === '' ? folder : `${folder}/${path}`;
}

/** A part of a path that is none: `.`, `..`, or nothing. */
const unsettled = /(?:^|\/)\.{0,2}(?:\/|$)/;

/** Takes `.` and `..` out; what leads above the root stays below it and finds nothing. */
export function normalize(path: string): string {
  if (!unsettled.test(path)) return path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
