import { Finder } from '../find/finder.ts';
import { copyAround, findLibraryCopies, type LibraryCopies } from '../find/library-copies.ts';
import type { ModelReference } from '../model/reference.ts';
import type { Skipped } from '../model/report.ts';
import type { Comment } from '../model/syntax.ts';
import { nothingRead, type ParsedFile, sourceEndings, sourceKind } from '../parse/index.ts';
import { checkDirectives } from './check-references.ts';
import { decodeSource } from './decode-source.ts';
import { type KeptScan, keepScan, recallScan } from './kept-scan.ts';
import type { Knowledge } from './knowledge.ts';
import { parseDocument } from './parse-document.ts';
import type { SourceDocument } from './types.ts';

export interface ScanOptions {
  /** Files and folders to read instead of the whole. */
  readonly paths?: readonly string[] | undefined;
  /** Whether what an earlier run found in the very same files will do. It leaves nothing here to audit documents against. */
  readonly mayRecall?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onFile?: (done: number, total: number) => void;
}

export interface Scan {
  /** The files that were asked for. */
  readonly files: ReadonlySet<string>;
  /** Those in which references came, went or changed. */
  readonly changed: readonly string[];
}

interface Listing {
  readonly files: ReadonlySet<string>;
  /** By file: its size and its time, which tell whether it was read as it is. */
  readonly fingerprints: ReadonlyMap<string, string>;
  readonly unread: readonly Skipped[];
}

/** How often files are read because others asked for them. Chains of imports are short. */
const maxRounds = 8;
/** Files searched together: they share what they need of others. */
const batchSize = 40;
/** Characters of source whose facts are held at once; facts take some twelve times the room. */
const heldSource = 5_000_000;
/** Bytes of a file of settings. */
const largestSettings = 400_000;

/** What was read of a repository, and the models found in it. Open documents stand in front of the files on disk. */
export class RepositoryIndex {
  readonly #knowledge: Knowledge;
  readonly #finder: Finder;
  /** Open documents, as they were read last. */
  readonly #open = new Map<string, SourceDocument>();
  readonly #problems = new Map<string, readonly string[]>();
  readonly #directives = new Map<string, readonly Comment[]>();
  /** The size and the time of each file as it was read last. */
  readonly #read = new Map<string, string>();
  /** What an earlier run found, where nothing has changed since. */
  #kept: KeptScan | undefined;
  #unread: readonly Skipped[] = [];
  #files: ReadonlySet<string> | undefined;
  #copies: LibraryCopies = new Map();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    this.#finder = new Finder(new Set(), knowledge.isKnownId);
  }

  /** Reads the repository, or the paths asked for with what they import. */
  async scan(options: ScanOptions): Promise<Scan> {
    const { paths = [], signal } = options;
    const listed = await this.#list(options);
    this.#setFiles(paths.length === 0 ? listed.files : (await this.#list({ signal })).files);
    const { files, copies } = withoutCopies(listed.files, this.#copies, paths);
    this.#unread = [...listed.unread, ...copies];
    const listing = paths.length === 0 && this.#open.size === 0 ? listingOf(listed.fingerprints) : undefined;
    const { environment, factsDate } = this.#knowledge;
    const mayRecall = options.mayRecall === true && listing !== undefined && this.#read.size === 0;
    this.#kept = mayRecall ? await recallScan(environment, factsDate, listing) : undefined;
    if (this.#kept) return { files, changed: [] };
    await this.#readAll(files, listed.fingerprints, options);
    this.#finder.recheck();
    const changed = await this.#complete(signal);
    if (listing !== undefined) await this.#keepScan(listing);
    return { files, changed };
  }

  /** Reads what has changed since it was read last. */
  async #readAll(
    files: ReadonlySet<string>,
    fingerprints: ReadonlyMap<string, string>,
    { signal, onFile }: ScanOptions,
  ): Promise<void> {
    for (const file of this.#read.keys()) if (!fingerprints.has(file)) this.#drop(file);
    let done = 0;
    for (const file of files) {
      const fingerprint = fingerprints.get(file) ?? '';
      if (!this.#open.has(file) && this.#read.get(file) !== fingerprint) {
        await this.#readFile(file);
        this.#read.set(file, fingerprint);
      }
      done += 1;
      onFile?.(done, files.size);
      signal?.throwIfAborted();
    }
  }

  #drop(file: string): void {
    this.#read.delete(file);
    if (!this.#open.has(file)) this.#keep(file, nothingRead, 0);
  }

  async #keepScan(listing: string): Promise<void> {
    const { environment, factsDate } = this.#knowledge;
    const problems = [...this.#read.keys()].map(file => [file, this.problemsOf(file)] as const);
    await keepScan(environment, factsDate, listing, {
      references: this.references(),
      directives: this.#directives,
      problems: new Map(problems),
    });
  }

  /** Takes an open document's text instead of the file on disk. Tells in which other files something changed by it. */
  async update(document: SourceDocument, signal?: AbortSignal): Promise<readonly string[]> {
    if (!this.#files) this.#setFiles((await this.#list({ signal })).files);
    const { file } = document;
    const before = this.#open.get(file);
    if (before && isSameText(before, document)) return [];
    const { environment, isKnownId } = this.#knowledge;
    const parsed = await parseDocument(document, environment.assets, isKnownId);
    if (signal?.aborted) return [];
    this.#kept = undefined;
    const isNew = !before && !this.#files?.has(file);
    this.#open.set(file, document);
    this.#keep(file, parsed, sizeOf(document));
    if (isNew) this.#finder.recheck();
    const changed = await this.#complete(signal);
    return changed.filter(other => other !== file);
  }

  /** Files that are no longer open, or have changed on disk. */
  async refresh(files: readonly string[]): Promise<readonly string[]> {
    if (!this.#files) return [];
    this.#kept = undefined;
    for (const file of files) {
      this.#open.delete(file);
      this.#read.delete(file);
      if (!this.#files.has(file)) continue;
      const isCopied = copyAround(file, this.#copies) !== undefined;
      const isThere =
        !isCopied && (await this.#knowledge.environment.files.readIfPresent(file)) !== undefined;
      if (isThere) await this.#readFile(file);
      else this.#keep(file, nothingRead, 0);
    }
    return await this.#complete(undefined);
  }

  references(): readonly ModelReference[] {
    return this.#kept?.references ?? this.#finder.references();
  }

  referencesIn(file: string): readonly ModelReference[] {
    return this.#finder.referencesIn(file);
  }

  directivesOf(file: string): readonly Comment[] {
    return (this.#kept?.directives ?? this.#directives).get(file) ?? [];
  }

  problemsOf(file: string): readonly string[] {
    if (this.#kept) return this.#kept.problems.get(file) ?? [];
    return [...(this.#problems.get(file) ?? []), ...this.#finder.problemsOf(file)];
  }

  /** What of these files could not be read, or only in part, and why. */
  skipped(files: ReadonlySet<string>): readonly Skipped[] {
    const problems = [...files].flatMap(file => {
      const directives = checkDirectives(this.directivesOf(file), this.#knowledge);
      return [...this.problemsOf(file), ...directives].map(why => ({ file, why }));
    });
    return [...this.#unread, ...problems];
  }

  async #list({ paths, signal }: ScanOptions): Promise<Listing> {
    const { environment, project } = this.#knowledge;
    const unread: Skipped[] = [];
    const fingerprints = new Map<string, string>();
    const entries = environment.files.walk({
      paths,
      ignore: project.configuration.ignorePaths,
      endings: sourceEndings,
      // Settings are looked at where code reads them; a large data file is no loss.
      onSkipped: (file, why) => sourceKind(file) !== 'data' && unread.push({ file, why }),
      signal,
    });
    for await (const { path, size, modified } of entries) {
      // What is so large holds data, even where its name is that of settings.
      const isData = sourceKind(path) === 'data' && size > largestSettings;
      if (!isData) fingerprints.set(path, `${size} ${modified}`);
    }
    return { files: new Set(fingerprints.keys()), fingerprints, unread };
  }

  #setFiles(files: ReadonlySet<string>): void {
    this.#files = files;
    this.#copies = findLibraryCopies(files);
    this.#finder.program.setFiles(files, this.#copies);
  }

  /**
   * Searches what is out of date, a few files at a time, and reads what they need of others. Tells in which files
   * something changed.
   */
  async #complete(signal: AbortSignal | undefined): Promise<readonly string[]> {
    for (let batch = this.#nextBatch(); batch.length > 0; batch = this.#nextBatch()) {
      await this.#searchWithNeeds(batch, signal);
      this.#finder.settle(batch);
      this.#finder.program.trim(heldSource);
    }
    return [...this.#finder.takeChanged()];
  }

  #nextBatch(): readonly string[] {
    return this.#finder.stale().slice(0, batchSize);
  }

  async #searchWithNeeds(batch: readonly string[], signal: AbortSignal | undefined): Promise<void> {
    for (let round = 0; round < maxRounds; round += 1) {
      const wanted = this.#finder.search(batch);
      if (wanted.length === 0) return;
      for (const file of wanted) await this.#restore(file);
      signal?.throwIfAborted();
    }
  }

  /** Reads a file again because its facts are needed. */
  async #restore(file: string): Promise<void> {
    const document = this.#open.get(file) ?? (await this.#document(file));
    if (!document) return this.#finder.restore(file, nothingRead, 0);
    const { environment, isKnownId } = this.#knowledge;
    const parsed = await parseDocument(document, environment.assets, isKnownId, true);
    this.#finder.restore(file, parsed, sizeOf(document));
  }

  /** Reads one file; whatever is wrong with it is said of it and costs no other file anything. */
  async #readFile(file: string): Promise<void> {
    const { environment, isKnownId } = this.#knowledge;
    const document = await this.#document(file);
    if (!document) return;
    try {
      const parsed = await parseDocument(document, environment.assets, isKnownId);
      this.#keep(file, parsed, sizeOf(document));
    } catch (error) {
      this.#fail(file, error);
    }
  }

  /** Undefined for what is no text, which is then said of it. */
  async #document(file: string): Promise<SourceDocument | undefined> {
    try {
      const { text, problem } = decodeSource(await this.#knowledge.environment.files.read(file));
      if (text !== undefined) return { file, text };
      this.#problems.set(file, [problem]);
    } catch (error) {
      this.#fail(file, error);
    }
    return undefined;
  }

  #fail(file: string, error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    this.#knowledge.environment.log.warn(`${file}: ${why}`);
    this.#problems.set(file, [why]);
  }

  #keep(file: string, { facts, commands, data, problems }: ParsedFile, size: number): void {
    this.#finder.set(file, { facts, data, commands }, size);
    // Its facts are at hand now. What it needs of others comes later.
    this.#finder.search([file]);
    this.#finder.program.trim(heldSource);
    if (facts) this.#directives.set(file, facts.directives);
    else this.#directives.delete(file);
    if (problems.length > 0) this.#problems.set(file, problems);
    else this.#problems.delete(file);
  }
}

function listingOf(fingerprints: ReadonlyMap<string, string>): string {
  return [...fingerprints].map(([file, fingerprint]) => `${file} ${fingerprint}`).join('\n');
}

function isSameText(a: SourceDocument, b: SourceDocument): boolean {
  if ('text' in a) return 'text' in b && a.text === b.text;
  return (
    'cells' in b &&
    a.cells.length === b.cells.length &&
    a.cells.every((cell, index) => cell === b.cells[index])
  );
}

function sizeOf(document: SourceDocument): number {
  return 'text' in document
    ? document.text.length
    : document.cells.reduce((size, cell) => size + cell.length, 0);
}

/** Copies of libraries are not the repository's own code. Who names one, or a path inside it, wants it read. */
function withoutCopies(
  files: ReadonlySet<string>,
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
