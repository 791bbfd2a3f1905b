import { distance } from 'fastest-levenshtein';

/** How many characters must be inserted, removed or replaced to turn one text into the other. */
export function editDistance(a: string, b: string): number {
  return distance(a, b);
}

/** 1 for equal texts, 0 for texts that share nothing. */
export function similarity(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  return length === 0 ? 1 : 1 - distance(a, b) / length;
}
