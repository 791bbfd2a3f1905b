import { emptyScan, type FileScan } from '../find/file-scan.ts';
import { type FileResult, Finder } from '../find/finder.ts';
import type { Comment } from '../model/syntax.ts';
import { type ReadSource, readDocument, readSource, type Sources } from './read-source.ts';
import type { SourceDocument } from './types.ts';

/** What reading a file gave, as plain data: it can come from another thread or from an earlier run. */
export interface FileReading {
  readonly scan: FileScan;
  readonly directives: readonly Comment[];
  /** What could not be read, or only in part, and why. */
  readonly problems: readonly string[];
  /** What the file loads; undefined while that needs more than the file. */
  readonly result: FileResult | undefined;
}

/** How often files are read because others asked for them. Chains of imports are short. */
const maxRounds = 8;
/** Files searched together: they share what they need of others. */
const batchSize = 40;
/** Characters of source whose facts are held at once; facts take some twelve times the room. */
const heldSource = 3_000_000;

/** Reads and searches the files of a program, a few at a time, whichever of them are open in an editor. */
export class Search {
  readonly finder: Finder;
  readonly #sources: Sources;
  readonly #open: ReadonlyMap<string, SourceDocument>;

  constructor(sources: Sources, open: ReadonlyMap<string, SourceDocument> = new Map()) {
    this.finder = new Finder(new Set(), sources.isKnownId);
    this.#sources = sources;
    this.#open = open;
  }

  /** Reads a file and searches it as far as it stands alone. What it needs of others comes later. */
  async read(file: string): Promise<FileReading> {
    return this.take(file, await this.#source(file));
  }

  take(file: string, { parsed, size }: ReadSource): FileReading {
    const { finder } = this;
    finder.set(file, parsed, size);
    finder.search([file]);
    const scan = finder.scans.get(file) ?? emptyScan;
    finder.program.trim(heldSource);
    const directives = parsed.facts?.directives ?? [];
    return { scan, directives, problems: parsed.problems, result: finder.resultOf(file) };
  }

  /** Searches what is out of date of these files, or all that is, and reads what they need of others. */
  async complete(files: readonly string[], signal?: AbortSignal): Promise<void> {
    for (let start = 0; start < files.length; start += batchSize) {
      const batch = files.slice(start, start + batchSize);
      await this.#searchWithNeeds(batch, signal);
      this.finder.settle(batch);
      this.finder.program.trim(heldSource);
    }
  }

  async #searchWithNeeds(batch: readonly string[], signal: AbortSignal | undefined): Promise<void> {
    for (let round = 0; round < maxRounds; round += 1) {
      const wanted = this.finder.search(batch);
      if (wanted.length === 0) return;
      for (const file of wanted) {
        const { parsed, size } = await this.#source(file, true);
        this.finder.restore(file, parsed, size);
      }
      signal?.throwIfAborted();
    }
  }

  #source(file: string, isNeeded = false): Promise<ReadSource> {
    const open = this.#open.get(file);
    return open ? readDocument(open, this.#sources, isNeeded) : readSource(file, this.#sources, isNeeded);
  }
}
