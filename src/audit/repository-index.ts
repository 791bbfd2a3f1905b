import { Finder } from '../find/finder.ts';
import { copyAround, findLibraryCopies, type LibraryCopies } from '../find/library-copies.ts';
import type { ModelReference } from '../model/reference.ts';
import type { Skipped } from '../model/report.ts';
import type { Comment } from '../model/syntax.ts';
import { nothingRead, type ParsedFile, sourceEndings, sourceKind } from '../parse/index.ts';
import { checkDirectives } from './check-references.ts';
import { decodeSource } from './decode-source.ts';
import type { Knowledge } from './knowledge.ts';
import { parseDocument } from './parse-document.ts';
import type { SourceDocument } from './types.ts';

export interface ScanOptions {
  /** Files and folders to read instead of the whole. */
  readonly paths?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onFile?: (done: number, total: number) => void;
}

export interface Scan {
  /** The files that were asked for. */
  readonly files: ReadonlySet<string>;
  /** Those in which references came, went or changed. */
  readonly changed: readonly string[];
}

/** Files read at once: enough to hide the disk, few enough to bound memory. */
const readAhead = 8;
/** How often files are read because others asked for them. Chains of imports are short. */
const maxRounds = 8;

/** What was read of a repository, and the models found in it. Open documents stand in front of the files on disk. */
export class RepositoryIndex {
  readonly #knowledge: Knowledge;
  readonly #finder: Finder;
  /** Open documents, and the text of each that was read last. */
  readonly #open = new Map<string, string>();
  readonly #tried = new Set<string>();
  readonly #problems = new Map<string, readonly string[]>();
  readonly #directives = new Map<string, readonly Comment[]>();
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
    const pending: Promise<void>[] = [];
    let done = 0;
    const settle = async (): Promise<void> => {
      await pending.shift();
      done += 1;
      options.onFile?.(done, files.size);
    };
    for (const file of files) {
      if (this.#open.has(file)) continue;
      pending.push(this.#read(file));
      if (pending.length >= readAhead) await settle();
      options.signal?.throwIfAborted();
    }
    while (pending.length > 0) await settle();
    return { files, changed: await this.#complete(options.signal) };
  }

  /** Takes an open document's text instead of the file on disk. Tells in which other files something changed by it. */
  async update(document: SourceDocument, signal?: AbortSignal): Promise<readonly string[]> {
    if (!this.#files) this.#setFiles((await this.#list({ signal })).files);
    const { file } = document;
    const text = 'text' in document ? document.text : JSON.stringify(document.cells);
    if (this.#open.get(file) === text) return [];
    const { environment, isKnownId } = this.#knowledge;
    const parsed = await parseDocument(document, environment.assets, isKnownId);
    if (signal?.aborted) return [];
    this.#open.set(file, text);
    this.#keep(file, parsed);
    const changed = await this.#complete(signal);
    return changed.filter(other => other !== file);
  }

  /** Files that are no longer open, or have changed on disk. */
  async refresh(files: readonly string[]): Promise<readonly string[]> {
    if (!this.#files) return [];
    for (const file of files) {
      this.#open.delete(file);
      if (!this.#files.has(file)) continue;
      const isCopied = copyAround(file, this.#copies) !== undefined;
      const isThere =
        !isCopied && (await this.#knowledge.environment.files.readIfPresent(file)) !== undefined;
      if (isThere) await this.#read(file, this.#tried.has(file));
      else this.#keep(file, nothingRead);
    }
    return await this.#complete(undefined);
  }

  references(): readonly ModelReference[] {
    return this.#finder.references();
  }

  referencesIn(file: string): readonly ModelReference[] {
    return this.#finder.referencesIn(file);
  }

  directivesOf(file: string): readonly Comment[] {
    return this.#directives.get(file) ?? [];
  }

  problemsOf(file: string): readonly string[] {
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

  async #list({
    paths,
    signal,
  }: ScanOptions): Promise<{ files: ReadonlySet<string>; unread: readonly Skipped[] }> {
    const { environment, project } = this.#knowledge;
    const unread: Skipped[] = [];
    const files = new Set<string>();
    const entries = environment.files.walk({
      paths,
      ignore: project.configuration.ignorePaths,
      endings: sourceEndings,
      // Settings are looked at where code reads them; a large data file is no loss.
      onSkipped: (file, why) => sourceKind(file) !== 'data' && unread.push({ file, why }),
      signal,
    });
    for await (const { path } of entries) files.add(path);
    return { files, unread };
  }

  #setFiles(files: ReadonlySet<string>): void {
    this.#files = files;
    this.#copies = findLibraryCopies(files);
    this.#finder.program.setFiles(files, this.#copies);
  }

  /** Reads what the files read so far ask for, until they ask for nothing new. Tells in which files something changed. */
  async #complete(signal: AbortSignal | undefined): Promise<readonly string[]> {
    const changed = new Set<string>();
    for (let round = 0; round < maxRounds; round += 1) {
      for (const file of this.#finder.update()) changed.add(file);
      const wanted = [...this.#finder.program.wanted].filter(file => !this.#tried.has(file));
      if (wanted.length === 0) break;
      for (const file of wanted) {
        this.#tried.add(file);
        if (!this.#open.has(file)) await this.#read(file, true);
        signal?.throwIfAborted();
      }
    }
    return [...changed];
  }

  /** Reads one file; whatever is wrong with it is said of it and costs no other file anything. */
  async #read(file: string, isNeeded = false): Promise<void> {
    const { environment, isKnownId } = this.#knowledge;
    try {
      const { text, problem } = decodeSource(await environment.files.read(file));
      if (text === undefined) this.#problems.set(file, [problem]);
      else this.#keep(file, await parseDocument({ file, text }, environment.assets, isKnownId, isNeeded));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      environment.log.warn(`${file}: ${why}`);
      this.#problems.set(file, [why]);
    }
  }

  #keep(file: string, { facts, commands, data, problems }: ParsedFile): void {
    this.#finder.set(file, { facts, data, commands });
    if (facts) this.#directives.set(file, facts.directives);
    else this.#directives.delete(file);
    if (problems.length > 0) this.#problems.set(file, problems);
    else this.#problems.delete(file);
  }
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
