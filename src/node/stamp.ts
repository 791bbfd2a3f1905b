import { type Stats, statSync } from 'node:fs';

/** What is to be known of a file or a folder, behind links unless `look` says otherwise; undefined where nobody can look. */
export function infoOf(location: string, look: typeof statSync = statSync): Stats | undefined {
  try {
    return look(location, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** When a file, what a folder lists, or what is told of either changed last. Milliseconds since the epoch. */
export function timeOf({ mtimeMs, ctimeMs }: Stats): number {
  return Math.max(mtimeMs, ctimeMs);
}
