import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { isSourceFile } from '../audit/source-files.ts';
import { isInside } from '../node/paths.ts';
import { projectRoot } from '../node/project-root.ts';
import { readProblem } from '../node/read-problem.ts';
import { ExpectedError } from './expected-error.ts';

/** What to audit: a root, and paths below it; no paths mean all of it. */
export interface Target {
  readonly root: string;
  readonly paths: readonly string[];
}

export async function chooseTarget(paths: readonly string[], root: string | undefined): Promise<Target> {
  if (root !== undefined) return below(await folderAt(root), await Promise.all(paths.map(inspect)));
  const wanted = await Promise.all((paths.length === 0 ? ['.'] : paths).map(inspect));
  return below(await rootOf(wanted), wanted);
}

/** Named paths say what to read; the license and the configuration are those of the project they lie in. */
async function rootOf(wanted: readonly WantedPath[]): Promise<string> {
  const common = commonFolder(wanted);
  const root = await projectRoot(common);
  if (root !== undefined) return root;
  const roots = new Set(await Promise.all(wanted.map(path => projectRoot(folderOf(path)))));
  if (roots.size > 1) {
    throw new ExpectedError(
      'the paths lie in different repositories: audit them one by one, or name the folder they share with --root',
    );
  }
  const here = process.cwd();
  const isFolder = wanted.length === 1 && wanted[0]?.isFolder === true;
  return !isFolder && isInside(here, common) ? here : common;
}

interface WantedPath {
  readonly location: string;
  readonly isFolder: boolean;
}

async function inspect(path: string): Promise<WantedPath> {
  if (path === '') throw new ExpectedError('a path is empty; the current folder is .');
  const location = resolve(path);
  try {
    const info = await stat(location);
    if (info.isDirectory() || info.isFile()) return { location, isFolder: info.isDirectory() };
  } catch (error) {
    throw new ExpectedError(`${path}: ${readProblem(error)}`, { cause: error });
  }
  throw new ExpectedError(`${path}: neither a folder nor a file`);
}

async function folderAt(path: string): Promise<string> {
  const { location, isFolder } = await inspect(path);
  if (!isFolder) throw new ExpectedError(`${path}: not a folder`);
  return location;
}

function below(root: string, wanted: readonly WantedPath[]): Target {
  const paths = wanted.map(({ location }) => {
    if (!isInside(root, location)) throw new ExpectedError(`${location}: not below ${root}`);
    return relative(root, location).split(sep).join('/');
  });
  refuseUnread(wanted);
  return { root, paths: paths.includes('') ? [] : paths };
}

/** With nothing else named there is nothing to audit; beside others, the report says that such a file was not read. */
function refuseUnread(wanted: readonly WantedPath[]): void {
  const [first] = wanted;
  if (first === undefined || wanted.some(path => path.isFolder || isSourceFile(path.location))) return;
  throw new ExpectedError(`${first.location}: not a kind of file that is read`);
}

function commonFolder(wanted: readonly WantedPath[]): string {
  const folders = wanted.map(folderOf);
  let common = folders[0] ?? process.cwd();
  while (!folders.every(folder => isInside(common, folder))) common = dirname(common);
  return common;
}

function folderOf({ location, isFolder }: WantedPath): string {
  return isFolder ? location : dirname(location);
}
