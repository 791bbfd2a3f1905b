import { join, relative, sep } from 'node:path';
import { readTrackedPaths } from './git-index.ts';
import type { WalkNotes } from './kept-walk.ts';

/** What git keeps although an ignore rule names it. */
export interface TrackedFiles {
  /** Whether git tracks a file, or a file below a folder; folders end with `/`. */
  keeps(path: string): Promise<boolean>;
}

/**
 * The tracked files of the repository at `top`, for paths relative to `root`. The index is read when somebody first asks,
 * so that a repository whose rules leave nothing out costs nothing.
 */
export function trackedFiles(
  top: string,
  root: string,
  isWanted: (path: string) => boolean,
  notes: WalkNotes | undefined,
): TrackedFiles {
  let known: Promise<ReadonlySet<string>> | undefined;
  return {
    async keeps(path) {
      known ??= readTrackedPaths(top, index => notes?.standOn(index)).then((paths = []) =>
        withFolders(paths.filter(isWanted)),
      );
      const isFolder = path.endsWith('/');
      const local = relative(top, join(root, path)).split(sep).join('/');
      return (await known).has(isFolder ? `${local}/` : local);
    },
  };
}

function withFolders(paths: readonly string[]): ReadonlySet<string> {
  const all = new Set(paths);
  for (const path of paths) {
    let end = path.lastIndexOf('/');
    while (end > 0 && !all.has(path.slice(0, end + 1))) {
      all.add(path.slice(0, end + 1));
      end = path.lastIndexOf('/', end - 1);
    }
  }
  return all;
}
