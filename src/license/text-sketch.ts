/**
 * What of a text is kept to know it again: the smallest hashes of its runs of words. They are a fair sample, so the share
 * of them that another text holds is the share of the runs it holds.
 */
export interface TextSketch {
  /** How many different runs of words the whole text has. */
  readonly size: number;
  /** The smallest hashes, ascending; all of them where the text has fewer than `sampleSize`. */
  readonly hashes: readonly number[];
}

/** As many hashes as tell a license from the next version of it. */
export const sampleSize = 64;
/** Words in a run. */
const runLength = 4;
/** Hashes are kept in three bytes. */
const hashBits = 24;

/** The hashes of all runs of words in a text. Case, punctuation, lines of copyright and the layout do not count. */
export function hashesOf(text: string): ReadonlySet<number> {
  const words = wordsOf(text);
  const hashes = new Set<number>();
  for (let at = 0; at + runLength <= words.length; at += 1) {
    hashes.add(hashOf(words, at));
  }
  return hashes;
}

export function sketchOf(hashes: ReadonlySet<number>): TextSketch {
  const smallest = [...hashes].sort((a, b) => a - b).slice(0, sampleSize);
  return { size: hashes.size, hashes: smallest };
}

/** The share of the sketched text that stands in the other one, from 0 to 1. */
export function shareIn(sketch: TextSketch, hashes: ReadonlySet<number>): number {
  if (sketch.hashes.length === 0) return 0;
  return sketch.hashes.filter(hash => hashes.has(hash)).length / sketch.hashes.length;
}

/** The share of the other text that comes from the sketched one, from 0 to 1. */
export function shareOf(sketch: TextSketch, hashes: ReadonlySet<number>): number {
  const last = sketch.hashes.at(-1) ?? -1;
  const known = new Set(sketch.hashes);
  const sample = [...hashes].filter(hash => sketch.hashes.length < sampleSize || hash <= last);
  if (sample.length === 0) return 0;
  return sample.filter(hash => known.has(hash)).length / sample.length;
}

function wordsOf(text: string): readonly string[] {
  const plain = text
    .toLowerCase()
    .replaceAll(/^.{0,20}(?:copyright|\(c\)|©).{0,20}(?:\d{4}|<|\[|\{).{0,150}$/gm, ' ')
    .replaceAll(/licence/g, 'license');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** FNV-1a over the words of a run, mixed so that its lowest bits are even, too. */
function hashOf(words: readonly string[], at: number): number {
  let hash = 0x811c9dc5;
  for (let offset = 0; offset < runLength; offset += 1) {
    const word = words[at + offset] ?? '';
    for (let index = 0; index < word.length; index += 1)
      hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> (32 - hashBits);
}
