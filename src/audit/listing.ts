import { isProjectMark } from '../find/file-tree.ts';
import { copyAround, type LibraryCopies } from '../find/library-copies.ts';
import { folderOf } from '../find/module-path.ts';
import type { Skipped } from '../model/report.ts';
import { sourceKind } from '../parse/index.ts';
import { isSourceFile } from './source-files.ts';
import type { Environment } from './types.ts';

/** Bytes of a file of settings. */
const largestSettings = 400_000;

/** The files of a repository that can be read. */
export interface Listing {
  /** By file: its size and its time, which tell whether it was read as it is. */
  readonly fingerprints: ReadonlyMap<string, string>;
  /** Folders that are the roots of projects of their own, as what stands in them tells. */
  readonly projects: ReadonlySet<string>;
  /** Bytes of all of them. */
  readonly size: number;
  /** What cannot be read, and why. */
  readonly unread: readonly Skipped[];
}

interface ListOptions {
  /** Files and folders to list instead of the whole. */
  readonly paths?: readonly string[] | undefined;
  /** Globs that the configuration leaves out. */
  readonly ignore: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

export async function listFiles(environment: Environment, options: ListOptions): Promise<Listing> {
  const unread: Skipped[] = [];
  const fingerprints = new Map<string, string>();
  const projects = new Set<string>();
  let total = 0;
  const folders = environment.files.walk({
    ...options,
    isWanted: path => isSourceFile(path) || isProjectMark(path),
    // Settings are looked at where code reads them; a large data file is no loss.
    onSkipped: (file, why) => isLoss(file) && unread.push({ file, why }),
  });
  for await (const entries of folders) {
    for (const { path, size, modified } of entries) {
      if (isProjectMark(path)) projects.add(folderOf(path));
      if (!isSourceFile(path)) {
        if (options.paths?.includes(path))
          unread.push({ file: path, why: 'not a kind of file that is read' });
        continue;
      }
      // What is so large holds data, even where its name is that of settings.
      if (size > largestSettings && sourceKind(path) === 'data') continue;
      fingerprints.set(path, `${size} ${modified}`);
      total += size;
    }
  }
  return { fingerprints, projects, size: total, unread };
}

/** Every file with its size and its time, and every root of a project, a line each. */
export function textOf({ fingerprints, projects }: Listing): string {
  const files = [...fingerprints].map(([file, fingerprint]) => `${file} ${fingerprint}`);
  return [...files, ...projects].join('\n');
}

function isLoss(file: string): boolean {
  return sourceKind(file) !== 'data' && (isSourceFile(file) || !isProjectMark(file));
}

/** Copies of libraries are not the repository's own code. Who names one, or a path inside it, wants it read. */
export function withoutCopies(
  files: Iterable<string>,
  copies: LibraryCopies,
  named: readonly string[],
): { readonly files: ReadonlySet<string>; readonly copies: readonly Skipped[] } {
  const leftOut = new Set<string>();
  const own = new Set<string>();
  for (const file of files) {
    const folder = copyAround(file, copies);
    const isNamed = named.some(path => path === folder || path.startsWith(`${folder}/`));
    if (folder === undefined || isNamed) own.add(file);
    else leftOut.add(folder);
  }
  const skipped = [...leftOut].map(folder => ({
    file: folder,
    why: `a copy of ${copies.get(folder)}: left out`,
  }));
  return { files: own, copies: skipped };
}
