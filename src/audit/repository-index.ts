import { emptyScan } from '../find/file-scan.ts';
import type { FileResult } from '../find/finder.ts';
import { copyAround, findLibraryCopies, type LibraryCopies } from '../find/library-copies.ts';
import type { ModelReference } from '../model/reference.ts';
import type { Skipped } from '../model/report.ts';
import type { Comment } from '../model/syntax.ts';
import { checkDirectives } from './check-references.ts';
import { keepFiles, recallFiles } from './kept-files.ts';
import { type KeptScan, keepScan, recallScan } from './kept-scan.ts';
import type { Knowledge } from './knowledge.ts';
import { type Listing, listFiles, textOf, withoutCopies } from './listing.ts';
import { readInThreads, searchInThreads } from './read-in-threads.ts';
import { type FileReading, Search } from './search.ts';
import { type ProgramState, partsForOthers, type SearchPool } from './search-pool.ts';
import type { SourceDocument } from './types.ts';

export interface ScanOptions {
  /** Files and folders to read instead of the whole. */
  readonly paths?: readonly string[] | undefined;
  /** Whether what an earlier run found in the very same files will do. It leaves nothing here to audit documents against. */
  readonly mayRecall?: boolean;
  /** The files of the whole, where they have just been listed. */
  readonly listing?: Listing | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onFile?: (done: number, total: number) => void;
}

export interface Scan {
  /** The files that were asked for. */
  readonly files: ReadonlySet<string>;
  /** Those in which references came, went or changed. */
  readonly changed: readonly string[];
  /** False where a file failed for a reason that another scan need not have. */
  readonly isLasting: boolean;
}

/** Bytes of source from which on other threads pay: each has to load parsers and facts first. */
const worthThreads = 6_000_000;

/** What was read of a repository, and the models found in it. Open documents stand in front of the files on disk. */
export class RepositoryIndex {
  readonly #knowledge: Knowledge;
  readonly #search: Search;
  /** Open documents, as they were read last. */
  readonly #open = new Map<string, SourceDocument>();
  readonly #problems = new Map<string, readonly string[]>();
  readonly #directives = new Map<string, readonly Comment[]>();
  /** The size and the time of each file as it was read last. */
  readonly #read = new Map<string, string>();
  /** What an earlier run found, where nothing has changed since. */
  #kept: KeptScan | undefined;
  /** The scan that is under way, or was last. It never fails. */
  #scanning: Promise<unknown> = Promise.resolve();
  /** How often an editor has told something. */
  #changes = 0;
  #unread: readonly Skipped[] = [];
  #files: ReadonlySet<string> | undefined;
  #projects: ReadonlySet<string> = new Set();
  #copies: LibraryCopies = new Map();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    const { files, assets, log } = knowledge.environment;
    this.#search = new Search({ files, assets, log, isKnownId: knowledge.isKnownId }, this.#open);
  }

  /** Reads the repository, or the paths asked for with what they import. One scan waits for the one before. */
  async scan(options: ScanOptions): Promise<Scan> {
    const before = this.#scanning;
    const scan = (async () => {
      await before;
      return await this.#scan(options);
    })();
    this.#scanning = scan.catch(() => undefined);
    return await scan;
  }

  async #scan(options: ScanOptions): Promise<Scan> {
    const { paths = [], signal } = options;
    const listing = options.listing ?? (await this.#list(options));
    const whole = paths.length === 0 ? listing : await this.#list({ signal });
    const all = new Set(whole.fingerprints.keys());
    const copies = findLibraryCopies(all);
    const asked = withoutCopies(listing.fingerprints.keys(), copies, paths);
    this.#unread = [...listing.unread, ...asked.copies];
    const isWhole = paths.length === 0 && this.#open.size === 0;
    const changes = this.#changes;
    const isFirst = isWhole && this.#read.size === 0;
    this.#kept = isFirst && options.mayRecall ? await this.#recallScan(listing) : undefined;
    if (this.#kept) return { files: asked.files, changed: [], isLasting: true };
    if (isFirst) await this.#recallFiles();
    this.#setFiles(all, whole.projects, copies);
    for (const file of this.#read.keys()) {
      if (!all.has(file) && !listing.fingerprints.has(file)) this.#drop(file);
    }
    const changed = await this.#readAll(asked.files, listing, options);
    // What was lost may be found the next time.
    const isLost = this.#hasLost(asked.files);
    // What an editor said meanwhile is not what the disk holds.
    if (isWhole && changes === this.#changes) await this.#keep(listing, isLost);
    return { files: asked.files, changed, isLasting: !isLost && changes === this.#changes };
  }

  /** Reads what has changed since it was read last, and searches what that puts out of date. */
  async #readAll(
    files: ReadonlySet<string>,
    { fingerprints }: Listing,
    options: ScanOptions,
  ): Promise<readonly string[]> {
    const unread = [...files].filter(
      file => !this.#open.has(file) && this.#read.get(file) !== fingerprints.get(file),
    );
    const size = unread.reduce((sum, file) => sum + Number.parseInt(fingerprints.get(file) ?? '', 10), 0);
    const pool =
      size > worthThreads ? this.#knowledge.environment.openPool?.(this.#knowledge.knownIds()) : undefined;
    try {
      const onRead = (file: string, reading: FileReading): void => {
        this.#note(file, reading);
        if (!reading.isLost) this.#read.set(file, fingerprints.get(file) ?? '');
      };
      await this.#readFiles(unread, files.size, pool, onRead, options);
      this.#search.finder.recheck();
      return await this.#complete(pool, options.signal);
    } finally {
      await pool?.close();
    }
  }

  async #readFiles(
    files: readonly string[],
    total: number,
    pool: SearchPool | undefined,
    onRead: (file: string, reading: FileReading) => void,
    { signal, onFile }: ScanOptions,
  ): Promise<void> {
    let done = total - files.length;
    const onFiles = (count: number): void => {
      done += count;
      onFile?.(done, total);
    };
    onFiles(0);
    if (pool) {
      const take = (file: string, reading: FileReading): void => {
        if (this.#accept(file, reading)) onRead(file, reading);
      };
      return await readInThreads(pool, this.#program(false), files, take, { signal, onFiles });
    }
    for (const file of files) {
      onRead(file, await this.#search.read(file));
      onFiles(1);
      signal?.throwIfAborted();
    }
  }

  /** Searches what is out of date. Tells in which files something changed. */
  async #complete(pool: SearchPool | undefined, signal: AbortSignal | undefined): Promise<readonly string[]> {
    const { finder } = this.#search;
    if (pool) {
      const changes = this.#changes;
      // What threads find stands on what they were told of the program.
      const take = (file: string, result: FileResult): void => {
        if (changes === this.#changes) finder.take(file, result);
      };
      await searchInThreads(pool, this.#program(true), finder.stale(), take, { signal });
    }
    await this.#search.complete(finder.stale(), signal);
    return [...finder.takeChanged()];
  }

  #program(isRead: boolean): ProgramState {
    return {
      files: this.#files ?? new Set(),
      projects: this.#projects,
      copies: this.#copies,
      scans: isRead ? partsForOthers(this.#search.finder) : new Map(),
    };
  }

  #drop(file: string): void {
    this.#read.delete(file);
    if (!this.#open.has(file)) this.#note(file, this.#search.drop(file));
  }

  /** Takes an open document's text instead of the file on disk. Tells in which other files something changed by it. */
  async update(document: SourceDocument, signal?: AbortSignal): Promise<readonly string[]> {
    await this.#ensureFiles(signal);
    const { file } = document;
    const before = this.#open.get(file);
    if (before && isSameText(before, document)) return [];
    const source = await this.#search.readOpen(document);
    if (signal?.aborted) return [];
    this.#kept = undefined;
    const isNew = !before && !this.#files?.has(file);
    this.#changes += 1;
    this.#open.set(file, document);
    this.#note(file, this.#search.take(file, source));
    if (isNew) this.#search.finder.recheck();
    const changed = await this.#complete(undefined, signal);
    return changed.filter(other => other !== file);
  }

  /** Files that are no longer open, or have changed on disk. */
  async refresh(files: readonly string[]): Promise<readonly string[]> {
    if (!this.#files) return [];
    this.#changes += 1;
    this.#kept = undefined;
    for (const file of files) {
      this.#open.delete(file);
      this.#search.closed(file);
      this.#read.delete(file);
      if (!this.#files.has(file)) continue;
      const isCopied = copyAround(file, this.#copies) !== undefined;
      const isThere =
        !isCopied && (await this.#knowledge.environment.files.readIfPresent(file)) !== undefined;
      if (isThere) this.#note(file, await this.#search.read(file));
      else this.#drop(file);
    }
    return await this.#complete(undefined, undefined);
  }

  /** The files of the whole, as they are now. */
  list(signal: AbortSignal | undefined): Promise<Listing> {
    return this.#list({ signal });
  }

  references(): readonly ModelReference[] {
    return this.#kept?.references ?? this.#search.finder.references();
  }

  referencesIn(file: string): readonly ModelReference[] {
    return this.#search.finder.referencesIn(file);
  }

  directivesOf(file: string): readonly Comment[] {
    return (this.#kept?.directives ?? this.#directives).get(file) ?? [];
  }

  problemsOf(file: string): readonly string[] {
    if (this.#kept) return this.#kept.problems.get(file) ?? [];
    return [...(this.#problems.get(file) ?? []), ...this.#search.finder.problemsOf(file)];
  }

  /** What of these files could not be read, or only in part, and why. */
  skipped(files: ReadonlySet<string>): readonly Skipped[] {
    const problems = [...files].flatMap(file => {
      const directives = checkDirectives(this.directivesOf(file), this.#knowledge);
      return [...this.problemsOf(file), ...directives].map(why => ({ file, why }));
    });
    return [...this.#unread, ...problems];
  }

  #list({ paths, signal }: ScanOptions): Promise<Listing> {
    const { environment, project } = this.#knowledge;
    return listFiles(environment, { paths, ignore: project.configuration.ignorePaths, signal });
  }

  async #ensureFiles(signal: AbortSignal | undefined): Promise<void> {
    if (this.#files) return;
    const { fingerprints, projects } = await this.#list({ signal });
    const files = new Set(fingerprints.keys());
    this.#setFiles(files, projects, findLibraryCopies(files));
  }

  #setFiles(files: ReadonlySet<string>, projects: ReadonlySet<string>, copies: LibraryCopies): void {
    this.#files = files;
    this.#projects = projects;
    this.#copies = copies;
    this.#search.finder.setFiles(files, copies, projects);
  }

  /** What was read is told of the file, or what was told before is taken back. */
  #note(file: string, { directives, problems }: FileReading): void {
    setOrDelete(this.#directives, file, directives);
    setOrDelete(this.#problems, file, problems);
  }

  async #recallScan(listing: Listing): Promise<KeptScan | undefined> {
    const { environment, factsDate } = this.#knowledge;
    return await recallScan(environment, factsDate, textOf(listing));
  }

  /** Starts from what earlier runs read, as if it had been read now. */
  async #recallFiles(): Promise<void> {
    const { environment, factsDate } = this.#knowledge;
    const kept = await recallFiles(environment, factsDate);
    if (!kept) return;
    this.#setFiles(new Set(kept.fingerprints.keys()), kept.projects, kept.copies);
    for (const [file, reading] of kept.readings) {
      if (!this.#accept(file, reading)) continue;
      this.#note(file, reading);
      this.#read.set(file, kept.fingerprints.get(file) ?? '');
    }
  }

  /** Takes what was read elsewhere of a file on disk, where no document that was opened meanwhile stands in front of it. */
  #accept(file: string, reading: FileReading): boolean {
    const isOnDisk = !this.#open.has(file);
    if (isOnDisk) this.#search.accept(file, reading);
    return isOnDisk;
  }

  async #keep(listing: Listing, isLost: boolean): Promise<void> {
    const { environment, factsDate } = this.#knowledge;
    const { fingerprints, projects } = listing;
    const readings = new Map([...this.#read.keys()].map(file => [file, this.#readingOf(file)]));
    await keepFiles(environment, factsDate, { fingerprints, projects, copies: this.#copies, readings });
    if (isLost) return;
    const problems = [...this.#read.keys()].map(file => [file, this.problemsOf(file)] as const);
    await keepScan(environment, factsDate, textOf(listing), {
      references: this.references(),
      directives: this.#directives,
      problems: new Map(problems),
    });
  }

  /** Whether a file failed for a reason that another scan need not have. */
  #hasLost(files: ReadonlySet<string>): boolean {
    return [...files].some(file => !this.#read.has(file) || this.#readingOf(file).result === undefined);
  }

  #readingOf(file: string): FileReading {
    const { finder } = this.#search;
    const result = finder.resultOf(file);
    return {
      scan: finder.scans.get(file) ?? emptyScan,
      directives: this.#directives.get(file) ?? [],
      problems: this.#problems.get(file) ?? [],
      result: result?.isLost ? undefined : result,
    };
  }
}

function setOrDelete<T>(byFile: Map<string, readonly T[]>, file: string, list: readonly T[]): void {
  if (list.length > 0) byFile.set(file, list);
  else byFile.delete(file);
}

function isSameText(a: SourceDocument, b: SourceDocument): boolean {
  if ('text' in a) return 'text' in b && a.text === b.text;
  return (
    'cells' in b &&
    a.cells.length === b.cells.length &&
    a.cells.every((cell, index) => cell === b.cells[index])
  );
}
