import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { readProblem } from '../node/read-problem.ts';
import { ExpectedError } from './expected-error.ts';

/** What to audit: a root, and paths below it; no paths mean all of it. */
export interface Target {
  readonly root: string;
  readonly paths: readonly string[];
}

export async function chooseTarget(paths: readonly string[], root: string | undefined): Promise<Target> {
  const wanted = await Promise.all(paths.map(inspect));
  if (root !== undefined) return below(await folderAt(root), wanted);
  const [first] = wanted;
  if (first === undefined) return { root: process.cwd(), paths: [] };
  if (wanted.length === 1 && first.isFolder) return { root: first.location, paths: [] };
  const here = process.cwd();
  return below(wanted.every(path => isBelow(here, path.location)) ? here : commonFolder(wanted), wanted);
}

interface WantedPath {
  readonly location: string;
  readonly isFolder: boolean;
}

async function inspect(path: string): Promise<WantedPath> {
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
    if (!isBelow(root, location)) throw new ExpectedError(`${location}: not below ${root}`);
    return relative(root, location).split(sep).join('/');
  });
  return { root, paths: paths.includes('') ? [] : paths };
}

function commonFolder(wanted: readonly WantedPath[]): string {
  const folders = wanted.map(path => (path.isFolder ? path.location : dirname(path.location)));
  let common = folders[0] ?? process.cwd();
  while (!folders.every(folder => isBelow(common, folder))) common = dirname(common);
  return common;
}

function isBelow(folder: string, location: string): boolean {
  const way = relative(folder, location);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
