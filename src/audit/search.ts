import { emptyScan, type FileScan } from '../find/file-scan.ts';
import { type FileResult, Finder, type NeededFacts } from '../find/finder.ts';
import type { Comment } from '../model/syntax.ts';
import { loadParser, nothingRead } from '../parse/index.ts';
import { PythonTrees } from '../parse/python-trees.ts';
import { PackedFacts } from './packed-facts.ts';
import {
  parserFor,
  type ReadSource,
  readDocument,
  readNeeded,
  readSource,
  type Sources,
} from './read-source.ts';
import type { SourceDocument } from './types.ts';

/** What reading a file gave, as plain data: it can come from another thread or from an earlier run. */
export interface FileReading {
  readonly scan: FileScan;
  readonly directives: readonly Comment[];
  /** What could not be read, or only in part, and why. */
  readonly problems: readonly string[];
  /** What the file loads; undefined while that needs more than the file. */
  readonly result: FileResult | undefined;
  /** True where it failed for a reason that another time need not have. */
  readonly isLost?: boolean;
}

/** Files searched together: they share what they need of others. On every thread, so that all find the same. */
export const batchSize = 40;
/** Documents whose trees are kept: people edit few at a time, and a tree takes many times the room of its text. */
const keptTrees = 8;

/** Reads and searches the files of a program, a few at a time, whichever of them are open in an editor. */
export class Search {
  readonly finder: Finder;
  readonly #sources: Sources;
  readonly #open: ReadonlyMap<string, SourceDocument>;
  /** Of files that others need again and again. */
  readonly #packed = new PackedFacts();
  /** Of documents that were read last. */
  readonly #trees = new Map<string, PythonTrees>();

  constructor(sources: Sources, open: ReadonlyMap<string, SourceDocument> = new Map()) {
    this.finder = new Finder(new Set(), sources.isKnownId);
    this.#sources = sources;
    this.#open = open;
  }

  /** Reads a file and searches it as far as it stands alone. What it needs of others comes later. */
  async read(file: string): Promise<FileReading> {
    const before = this.#open.get(file);
    const source = await this.#source(file);
    // An editor may have told of it meanwhile, which counts for more than what the disk held.
    return this.#open.get(file) === before ? this.take(file, source) : await this.read(file);
  }

  /** Reads a document that an editor holds, again and again while it is edited. */
  async readOpen(document: SourceDocument): Promise<ReadSource> {
    const trees = this.#trees.get(document.file) ?? new PythonTrees();
    this.#trees.delete(document.file);
    this.#trees.set(document.file, trees);
    for (const other of this.#trees.keys()) if (this.#trees.size > keptTrees) this.closed(other);
    const source = await readDocument(document, this.#sources, trees);
    if (this.#trees.get(document.file) !== trees) trees.deleteFrom(0);
    return source;
  }

  /** An editor holds the file no longer. */
  closed(file: string): void {
    this.#trees.get(file)?.deleteFrom(0);
    this.#trees.delete(file);
  }

  take(file: string, { parsed, size }: ReadSource): FileReading {
    const { finder } = this;
    this.#packed.delete(file);
    finder.set(file, parsed, size);
    finder.searchAlone(file);
    const scan = finder.scans.get(file) ?? emptyScan;
    finder.program.trim();
    const directives = parsed.facts?.directives ?? [];
    return { scan, directives, problems: parsed.problems, result: finder.resultOf(file) };
  }

  /** Takes what was read of a file elsewhere. */
  accept(file: string, { scan, result }: Pick<FileReading, 'scan' | 'result'>): void {
    this.#packed.delete(file);
    this.finder.accept(file, scan, result);
  }

  /** Nothing is there to be read of a file any more. */
  drop(file: string): FileReading {
    return this.take(file, { parsed: nothingRead, size: 0 });
  }

  /** Searches what is out of date of these files, or all that is, and reads what they need of others. */
  async complete(files: readonly string[], signal?: AbortSignal): Promise<void> {
    for (let start = 0; start < files.length; start += batchSize) {
      await this.#searchWithNeeds(files.slice(start, start + batchSize), signal);
    }
  }

  /** Searches files, and loads the parsers of what they need. */
  async #searchWithNeeds(batch: readonly string[], signal: AbortSignal | undefined): Promise<void> {
    for (;;) {
      const wanted = this.finder.search(batch, file => this.#supply(file));
      if (wanted.length === 0) return;
      for (const file of wanted) {
        await loadParser(parserFor(file, this.#open.get(file)), this.#sources.assets);
      }
      signal?.throwIfAborted();
    }
  }

  #source(file: string): Promise<ReadSource> {
    const open = this.#open.get(file);
    return open ? readDocument(open, this.#sources) : readSource(file, this.#sources);
  }

  /** Takes what a file says into the program, for one that needs it. Not where its parser is still to be loaded. */
  #supply(file: string): boolean {
    const open = this.#open.get(file);
    const facts = (open ? undefined : this.#packed.get(file)) ?? this.#readFacts(file, open);
    if (facts) this.finder.restore(file, facts);
    return facts !== undefined;
  }

  #readFacts(file: string, open: SourceDocument | undefined): NeededFacts | undefined {
    const source = readNeeded(file, open, this.#sources);
    if (!source) return undefined;
    const { parsed, size } = source;
    const facts = { facts: parsed.facts, data: parsed.data, size };
    // What an editor holds changes with every key, and what could not be read may be there the next time.
    if (!open && (facts.facts || facts.data)) this.#packed.take(file, facts);
    return facts;
  }
}
