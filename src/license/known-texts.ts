import { shareIn, shareOf, type TextSketch } from './text-sketch.ts';
import { sketchLines } from './text-sketches.generated.ts';

/** A license whose text a text resembles. Shares are from 0 to 1. */
export interface TextMatch {
  readonly id: string;
  /** How much of the license stands in the text. */
  readonly contained: number;
  /** How much of the text is the license. */
  readonly covered: number;
}

interface KnownText extends TextSketch {
  readonly id: string;
}

let decoded: readonly KnownText[] | undefined;

/** The known texts that stand in the text at least by half, the best match first, one for each license. */
export function matchesOf(hashes: ReadonlySet<number>): readonly TextMatch[] {
  decoded ??= decode();
  const best = new Map<string, TextMatch>();
  for (const known of decoded) {
    const contained = shareIn(known, hashes);
    if (contained < 0.5) continue;
    const match = { id: known.id, contained, covered: shareOf(known, hashes) };
    const before = best.get(known.id);
    if (before === undefined || likeness(match) > likeness(before)) best.set(known.id, match);
  }
  return [...best.values()].sort((a, b) => likeness(b) - likeness(a));
}

/** Whether a license's text is known at all. */
export function hasKnownText(id: string): boolean {
  decoded ??= decode();
  return decoded.some(known => known.id === id);
}

/** How alike two texts are as a whole: the lesser of the shares either has in the other. */
export function likeness({ contained, covered }: TextMatch): number {
  return Math.min(contained, covered);
}

/** Decoded on first use, because few runs meet a text that its phrases do not tell. */
function decode(): readonly KnownText[] {
  return sketchLines
    .trim()
    .split('\n')
    .map(line => {
      const [id = '', size = '', hashes = ''] = line.split('\t');
      return { id, size: Number(size), hashes: decodeHashes(hashes) };
    });
}

function decodeHashes(base64: string): readonly number[] {
  const bytes = atob(base64);
  const hashes: number[] = [];
  for (let at = 0; at + 2 < bytes.length; at += 3) {
    hashes.push((bytes.charCodeAt(at) << 16) | (bytes.charCodeAt(at + 1) << 8) | bytes.charCodeAt(at + 2));
  }
  return hashes;
}
