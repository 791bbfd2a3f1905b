import { lstat, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Files } from '../model/outside.ts';
import { ReadError } from '../model/outside.ts';
import type { WalkKeeper } from './kept-walk.ts';
import { isInside } from './paths.ts';
import { readProblem } from './read-problem.ts';
import { isAbsent, readWhole, readWholeNow } from './read-whole.ts';
import { walk } from './walk.ts';

/** The repository on disk. What `keeper` kept of the last walk saves the next one from looking into folders. */
export function createFiles(root: string, keeper?: WalkKeeper): Files {
  const base = resolve(root);
  const locate = (path: string) => join(base, path);
  return {
    read: async path => present(await readWhole(locate(path))),
    readNow: path => present(readWholeNow(locate(path))),
    readIfPresent: path => readWhole(locate(path)),
    exists: path => exists(base, locate(path)),
    names: folder => namesOf(locate(folder)),
    walk: options => walk(base, options, keeper),
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
