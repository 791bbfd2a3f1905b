import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const largestIndex = 128 * 1024 * 1024;
const largestPointer = 4096;

/** A tracked file's mode, or that of a link; submodules and folders left out of a sparse checkout hold no files here. */
const fileModes = new Set([0o100644, 0o100755, 0o120000]);
const otherModes = new Set([0o160000, 0o040000]);

/** The length of an object's name in bytes: SHA-1, then SHA-256. The index does not say which it uses. */
const hashLengths = [20, 32];

/**
 * Paths of the files git tracks below `top`, with `/` between their parts. Undefined when its index cannot be read; tells
 * which file that is.
 */
export async function readTrackedPaths(
  top: string,
  onIndex?: (file: string) => void,
): Promise<readonly string[] | undefined> {
  try {
    const file = join(await gitFolder(top), 'index');
    onIndex?.(file);
    const index = await readRegular(file, largestIndex);
    return index && trackedPaths(index);
  } catch {
    // Whatever is wrong with git's own files, the ignore files still say what to leave out.
    return undefined;
  }
}

/** The paths in an index of version 2, 3 or 4; undefined when it is damaged. What a split index shares is not in it. */
export function trackedPaths(index: Buffer): readonly string[] | undefined {
  for (const hashLength of hashLengths) {
    try {
      return readEntries(index, hashLength);
    } catch {
      // Damaged, or with names of the other length.
    }
  }
  return undefined;
}

/** `.git` itself, or the folder that a `.git` file of a worktree or submodule points to. */
async function gitFolder(top: string): Promise<string> {
  const location = join(top, '.git');
  const pointer = (await stat(location)).isFile() ? await readRegular(location, largestPointer) : undefined;
  const target = /^gitdir: (.+?)[\r\n]*$/.exec(pointer?.toString('utf8') ?? '')?.[1];
  return target === undefined ? location : resolve(top, target);
}

async function readRegular(location: string, largest: number): Promise<Buffer | undefined> {
  const info = await stat(location);
  return info.isFile() && info.size <= largest ? await readFile(location) : undefined;
}

/** Throws where the bytes are not what they should be. */
function readEntries(index: Buffer, hashLength: number): readonly string[] {
  const version = index.readUInt32BE(4);
  const isKnown = index.toString('latin1', 0, 4) === 'DIRC' && version >= 2 && version <= 4;
  if (!isKnown) throw new Error('no index of a known version');
  const paths: string[] = [];
  let name: Buffer = Buffer.alloc(0);
  let at = 12;
  for (let left = index.readUInt32BE(8); left > 0; left -= 1) {
    const mode = index.readUInt32BE(at + 24);
    const flags = index.readUInt16BE(at + 40 + hashLength);
    const nameAt = at + 42 + hashLength + (version > 2 && (flags & 0x4000) > 0 ? 2 : 0);
    const read = version === 4 ? shortenedName(index, nameAt, name) : wholeName(index, at, nameAt);
    name = read.name;
    at = read.next;
    const isSound = Math.min(name.length, 0xfff) === (flags & 0xfff) && at <= index.length - hashLength;
    if (!isSound || !(fileModes.has(mode) || otherModes.has(mode))) throw new Error('damaged');
    if (fileModes.has(mode) && name.length > 0) paths.push(name.toString('utf8'));
  }
  return paths;
}

interface ReadName {
  readonly name: Buffer;
  /** Where the next entry begins. */
  readonly next: number;
}

/** Versions 2 and 3: each entry is filled up with one to eight zeros, to a multiple of eight bytes. */
function wholeName(index: Buffer, entryAt: number, nameAt: number): ReadName {
  const end = zeroAfter(index, nameAt);
  return { name: index.subarray(nameAt, end), next: entryAt + ((end - entryAt + 8) & ~7) };
}

/** Version 4: how many bytes to drop from the end of the name before, then what follows in their place. */
function shortenedName(index: Buffer, nameAt: number, before: Buffer): ReadName {
  let at = nameAt;
  let byte = index.readUInt8(at++);
  let dropped = byte & 0x7f;
  while (byte & 0x80) {
    byte = index.readUInt8(at++);
    dropped = (dropped + 1) * 128 + (byte & 0x7f);
  }
  if (dropped > before.length) throw new Error('damaged');
  const end = zeroAfter(index, at);
  const kept = before.subarray(0, before.length - dropped);
  return { name: Buffer.concat([kept, index.subarray(at, end)]), next: end + 1 };
}

function zeroAfter(index: Buffer, at: number): number {
  const end = index.indexOf(0, at);
  if (end < 0) throw new Error('damaged');
  return end;
}
