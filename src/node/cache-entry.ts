import { constants } from 'node:buffer';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { CacheEntry } from '../model/outside.ts';

/** Raised when the shape of what is kept changes: what lies under another version is not seen, and pruned. */
export const cacheVersion = 'v3';

export interface StoredEntry extends CacheEntry {
  readonly key: string;
}

const gzip = promisify(zlib.gzip);
const gunzip = promisify(zlib.gunzip);

/** What is kept of a large repository packs to a twelfth; to pack an answer of a hub saves nothing. Characters. */
const worthPacking = 2 ** 16;
const hashLength = 64;

/** Keys hold what no file system takes for a name. */
export function nameOf(key: string): string {
  return hashOf(key);
}

/** The first line tells whether the rest is as it was written, and whether it is packed. */
export async function encodeEntry(entry: StoredEntry): Promise<Uint8Array> {
  const text = JSON.stringify(entry);
  const isPacked = text.length > worthPacking;
  const content = isPacked ? await gzip(text, { level: 1 }) : Buffer.from(text);
  return Buffer.concat([Buffer.from(`${hashOf(content)}${isPacked ? ' gzip' : ''}\n`), content]);
}

/** Undefined for what was not encoded here, or has changed since. */
export async function decodeEntry(stored: Uint8Array): Promise<StoredEntry | undefined> {
  const end = stored.indexOf(10);
  const content = stored.subarray(end + 1);
  const [hash = '', packing] = Buffer.from(stored.subarray(0, Math.max(end, 0)))
    .toString('latin1')
    .split(' ');
  if (hash.length !== hashLength || hash !== hashOf(content)) return undefined;
  return JSON.parse(await unpacked(content, packing)) as StoredEntry;
}

async function unpacked(content: Uint8Array, packing: string | undefined): Promise<string> {
  const bytes =
    packing === 'gzip' ? await gunzip(content, { maxOutputLength: constants.MAX_STRING_LENGTH }) : content;
  return Buffer.from(bytes).toString('utf8');
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
