import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { ReadError } from '../model/outside.ts';
import { readProblem } from './read-problem.ts';
import { takeTurn } from './turns.ts';

/** What is larger is no source, no settings and no license. */
const largest = 64 * 1024 * 1024;

/** A regular file as it is now; undefined when there is none. */
export async function readWhole(location: string): Promise<Uint8Array | undefined> {
  await takeTurn();
  return readWholeNow(location);
}

/** As `readWhole`, at once. */
export function readWholeNow(location: string): Uint8Array | undefined {
  try {
    return readRegular(location);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    if (error instanceof ReadError) throw error;
    throw new ReadError(`cannot be read: ${readProblem(error)}`, { cause: error });
  }
}

/** A device or a pipe behind a link would never end, or never begin. */
function readRegular(location: string): Uint8Array {
  const file = openSync(location, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const info = fstatSync(file);
    if (info.isDirectory()) throw new ReadError('cannot be read: it is a folder');
    if (!info.isFile()) throw new ReadError('cannot be read: it is not a regular file');
    if (info.size > largest) throw new ReadError('cannot be read: it is larger than 64 MB');
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

export function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
