import { emptyScan, type FileScan } from '../find/file-scan.ts';
import type { FileResult, Finder } from '../find/finder.ts';
import type { LibraryCopies } from '../find/library-copies.ts';
import type { Sources } from './read-source.ts';
import { type FileReading, Search } from './search.ts';

/** What a thread has to know of a program before it can read and search files of it. Plain data. */
export interface ProgramState {
  readonly files: ReadonlySet<string>;
  /** Folders that are the roots of projects of their own. */
  readonly projects: ReadonlySet<string>;
  readonly copies: LibraryCopies;
  /** What files say by themselves. None while they are being read. */
  readonly scans: ReadonlyMap<string, FileScan>;
}

/** What threads are there for. */
export type Task = 'read' | 'search';

/** What of the scans says something about other files: threads have little room. */
export function partsForOthers({ scans, program }: Finder): ReadonlyMap<string, FileScan> {
  const parts = new Map<string, FileScan>();
  for (const [file, { models, copied, namesModels, makes }] of scans) {
    const outline = program.ownPart(file);
    if (outline || namesModels || models.length + copied.length + makes.length > 0)
      parts.set(file, { ...emptyScan, outline, models, copied, namesModels, makes });
  }
  return parts;
}

/** Other threads that read and search files. They answer in the order of the files. */
export interface SearchPool {
  /** How many work on a task at once. */
  threadsFor(task: Task, program: ProgramState): number;
  read(program: ProgramState, files: readonly string[]): Promise<readonly FileReading[]>;
  /** Undefined for a file that nothing could be found out about. */
  search(program: ProgramState, files: readonly string[]): Promise<readonly (FileResult | undefined)[]>;
  /** Ends the threads, whatever they do. */
  close(): Promise<void>;
}

/** What each thread of a pool does: it keeps a program until it gets another. */
export function createSearchWork(sources: Sources): Pick<SearchPool, 'read' | 'search'> {
  let current: { readonly program: ProgramState; readonly search: Search } | undefined;

  function searchOf(program: ProgramState): Search {
    if (current?.program === program) return current.search;
    const search = new Search(sources);
    search.finder.setFiles(program.files, program.copies, program.projects);
    for (const [file, scan] of program.scans) search.accept(file, { scan, result: undefined });
    current = { program, search };
    return search;
  }

  return {
    async read(program, files) {
      const search = searchOf(program);
      const readings: FileReading[] = [];
      for (const file of files) {
        readings.push(await search.read(file));
        // Who asked keeps it; here it would only take room.
        search.drop(file);
      }
      return readings;
    },
    async search(program, files) {
      const search = searchOf(program);
      await search.complete(files);
      const results = files.map(file => search.finder.resultOf(file));
      for (const file of files) search.finder.release(file);
      return results;
    },
  };
}
