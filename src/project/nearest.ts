import { closest, distance } from 'fastest-levenshtein';

/** The right word nearest to a written one, where it is near enough to have been meant. */
export function nearest(written: string, right: readonly string[]): string | undefined {
  if (right.length === 0 || written.length > 60) return undefined;
  const candidate = closest(written, right);
  return distance(written, candidate) <= Math.max(2, Math.floor(candidate.length / 3))
    ? candidate
    : undefined;
}
