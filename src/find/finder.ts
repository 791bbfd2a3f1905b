import type { ModelReference } from '../model/reference.ts';
import type { SourceRange } from '../model/source.ts';
import { combined, placeKey } from './combined-references.ts';
import { referencesOfCommands } from './command-models.ts';
import { anyScript } from './command-texts.ts';
import { type CommandReaders, type CommandScript, scriptToken } from './command-values.ts';
import { absentToken, type Dependencies, noDependencies, offeredToken, questionOf } from './dependencies.ts';
import { byKey, byUse, difference, differing, meets } from './differences.ts';
import { Evaluator } from './evaluator.ts';
import { emptyScan, type FileContent, type FileScan, scanFile } from './file-scan.ts';
import { findLoaded } from './find-references.ts';
import type { LibraryCopies } from './library-copies.ts';
import { findOthers, type IsKnownId } from './mentions.ts';
import { createModule, type Module, moduleOfData } from './module.ts';
import { isPackageFace, type Outline } from './outline.ts';
import { Program, type Supply } from './program.ts';
import { settingsToken } from './settings-index.ts';

/** What a search of a file found, and what that stands on. Plain data, as the scan of the file. */
export interface FileResult {
  readonly loaded: readonly ModelReference[];
  /** Where data sets and repositories that are written to are named. */
  readonly others: readonly SourceRange[];
  readonly dependencies: Dependencies;
  readonly problems: readonly string[];
  /** True where it failed for a reason that another time need not have. */
  readonly isLost?: boolean;
}

/** What others need of a file. */
export interface NeededFacts extends Pick<FileContent, 'facts' | 'data'> {
  /** Characters of its source. */
  readonly size: number;
}

/** A file that is searched alone needs another. */
class NeedsAnother extends Error {}

function endHere(): never {
  throw new NeedsAnother();
}

const cutShort = 'was too long to follow: some values are missing';
const tooDeep = 'was too deep to follow: what it loads is missing';

/**
 * Finds the models of a program and keeps what it found: when a file changes, only those files are searched again whose
 * answers stood on it.
 */
export class Finder {
  readonly program: Program;
  readonly #isKnownId: IsKnownId;
  readonly #results = new Map<string, FileResult>();
  readonly #scans = new Map<string, FileScan>();
  readonly #stale = new Set<string>();
  /** What new files give flags to and declare, since all of them were looked through. */
  readonly #new = { scripts: new Set<string>(), flags: new Set<string>() };
  /** Files in which references came, went or changed since somebody asked. */
  #changed = new Set<string>();

  constructor(files: ReadonlySet<string>, isKnownId: IsKnownId) {
    this.program = new Program(files);
    this.#isKnownId = isKnownId;
  }

  /** Other files may be there now: what stood on those that are gone, or on the lack of new ones, is out of date. */
  setFiles(files: ReadonlySet<string>, copies: LibraryCopies, projects?: ReadonlySet<string>): void {
    const areNew = !this.program.hasFiles(files);
    const before = areNew ? this.#commandUses() : new Map<string, string>();
    const { added, removed, importers, areProjectsNew } = this.program.setFiles(files, copies, projects);
    // Whoever looked into a folder looked for its name; the root has none.
    const names = new Set([...added, ...removed].flatMap(file => ['', ...file.split('/')].map(absentToken)));
    // Which settings and which starters of scripts are near a file hangs on them.
    if (areProjectsNew) for (const token of [settingsToken, scriptToken(anyScript)]) names.add(token);
    const readers = areNew ? this.#traceCommands() : [];
    for (const name of readers.flatMap(reader => reader.names)) names.add(name);
    const scripts = readers.flatMap(reader => reader.scripts);
    this.#outdate([...removed, ...importers, ...scripts], [], names);
    if (!areNew) return;
    for (const file of differing(before, this.#commandUses())) this.#changed.add(file);
  }

  /** What commands load or name, which hangs on the scripts that are there. */
  #commandUses(): ReadonlyMap<string, string> {
    const files = [...this.#scans].filter(([, { models }]) => models.length > 0);
    return new Map(
      files.flatMap(([file]) =>
        this.#namedIn(file).map(({ range, evidence }) => [`${placeKey(range)} ${evidence}`, file] as const),
      ),
    );
  }

  /** Who may read what commands give, where these mean other scripts now. */
  #traceCommands(): readonly CommandReaders[] {
    return [...this.#scans].flatMap(([file, { models }]) =>
      models.length > 0 ? (this.program.commands.trace(file, models) ?? []) : [],
    );
  }

  /** A file is new, has changed, or, where nothing of it is of interest, is gone. `size`: characters of its source. */
  set(file: string, content: FileContent, size: number): void {
    const { scan, module } = scanFile(file, content, this.#isKnownId);
    this.accept(file, scan);
    if (module || content.data) this.program.load(file, module, content.data, size);
  }

  /** As `set`, for what was read elsewhere; its facts are read when they are needed. */
  accept(file: string, scan: FileScan, result?: FileResult): void {
    const { outline, namesModels, makes } = scan;
    const before = this.program.outline(file);
    this.program.unload(file);
    this.program.describe(file, outline);
    const { scripts, names } = this.program.commands.set(file, scan);
    const named = difference(before?.scripts, outline?.scripts).map(scriptToken);
    const made = this.program.settings.set(file, namesModels, makes);
    const imported = difference(before?.imports, outline?.imports);
    const offered = isPackageFace(file) ? imported.map(offeredToken) : [];
    const flags = [...difference(before?.flags, outline?.flags), ...names, ...named, ...made, ...offered];
    // Who took part of an answer from this file stands on it; others may only where it calls, declares or hands on something else.
    const renamed = difference(before?.renames, outline?.renames);
    const isSame = before?.calls === outline?.calls && imported.length + renamed.length === 0;
    const isNew = !this.#scans.has(file);
    // What a new file changes for others shows when all of them are looked through again.
    if (isNew) this.#announce(scripts, flags);
    else this.#outdate([file, ...scripts], isSame ? [] : [before, outline], new Set(flags));
    for (const script of scripts) if (this.#results.has(script)) this.#stale.add(script);
    this.#scans.set(file, scan);
    if (outline && !outline.isSketch) this.#stale.add(file);
    else this.#forget(file);
    if (result) this.take(file, result);
  }

  /** What files say by themselves, as it was told last. */
  get scans(): ReadonlyMap<string, FileScan> {
    return this.#scans;
  }

  /** What a search of a file found that is up to date; undefined while what it needs is not here. */
  resultOf(file: string): FileResult | undefined {
    if (this.#stale.has(file)) return undefined;
    return (
      this.#results.get(file) ?? { loaded: [], others: [], dependencies: noDependencies(), problems: [] }
    );
  }

  /** The facts of a file that were let go, or that were of no interest until somebody wanted them. */
  restore(file: string, { facts, data, size }: NeededFacts): void {
    if (!facts && !data) this.program.setEmpty(file);
    else this.program.load(file, facts && createModule(file, facts), data, size);
  }

  /** Files whose search is out of date, in the order of their paths. */
  stale(): readonly string[] {
    return [...this.#stale].toSorted();
  }

  /** Searches a file whose facts are here. Where it needs those of another it stays stale, and nothing is found. */
  searchAlone(file: string): void {
    this.program.begin();
    const module = this.#stale.has(file) ? this.program.module(file) : undefined;
    if (!module) return;
    try {
      this.program.supplied(endHere, () => this.#searchModule(module, new Evaluator(this.program)));
      this.#stale.delete(file);
    } catch (error) {
      if (!(error instanceof NeedsAnother)) throw error;
    }
  }

  /**
   * Searches files, with `supply` asked for facts that are not here. Those that need what it cannot bring stay stale, and
   * what they need is told: whoever can restores it and searches them again.
   */
  search(files: readonly string[], supply?: Supply): readonly string[] {
    const evaluator = new Evaluator(this.program);
    const wanted = new Set<string>();
    for (const file of files) {
      if (!this.#stale.has(file)) continue;
      this.program.wanted.clear();
      this.program.begin();
      this.program.supplied(supply, () => {
        const module = this.program.needed(file);
        if (module) this.#searchModule(module, evaluator);
      });
      this.program.trim();
      for (const other of this.program.wanted) wanted.add(other);
      if (this.program.wanted.size === 0) this.#stale.delete(file);
    }
    this.program.wanted.clear();
    return [...wanted];
  }

  /** What a search elsewhere found in a file. */
  take(file: string, result: FileResult): void {
    this.#keep(file, result);
    this.#stale.delete(file);
  }

  #keep(file: string, result: FileResult): void {
    this.#note(file, result.loaded, result.others);
    if (isOfInterest(result)) this.#results.set(file, result);
    else this.#results.delete(file);
  }

  /** Every file is known now: answers that stood on fewer callers are out of date. */
  recheck(): void {
    const { scripts, flags } = this.#new;
    for (const [file, { dependencies }] of this.#results) {
      const isComplete =
        !meets(dependencies.files, scripts) &&
        !meets(dependencies.flags, flags) &&
        [...dependencies.questions].every(question =>
          this.program.callers(questionOf(question)).every(caller => dependencies.files.has(caller)),
        );
      if (!isComplete) this.#stale.add(file);
    }
    scripts.clear();
    flags.clear();
  }

  /** The files in which references came, went or changed since the last time. */
  takeChanged(): ReadonlySet<string> {
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }

  /** Every reference, ordered by file and place. */
  references(): readonly ModelReference[] {
    const loaded = [...this.#results.values()].flatMap(result => result.loaded);
    return combined(
      [...loaded, ...[...this.#scans.keys()].flatMap(file => this.#namedIn(file))],
      [...this.#scans.keys()].flatMap(file => this.#mentionsIn(file)),
      this.#others(),
    );
  }

  /** The references that are written in one file, by whichever file's calls. */
  referencesIn(file: string): readonly ModelReference[] {
    const loaded = [...this.#results.values()].flatMap(result =>
      result.loaded.filter(reference => reference.range.file === file),
    );
    return combined([...loaded, ...this.#namedIn(file)], this.#mentionsIn(file), this.#others());
  }

  /** Known ids that a file writes, but not those that are paths of the repository. */
  #mentionsIn(file: string): readonly ModelReference[] {
    const { mentions = [] } = this.#scans.get(file) ?? {};
    return mentions.filter(({ id }) => id === undefined || !this.program.hasPath(id, file));
  }

  /** What kept a file from being followed to the end. */
  problemsOf(file: string): readonly string[] {
    return this.#results.get(file)?.problems ?? [];
  }

  /** Lets go of what a search found; whoever took it has it. */
  release(file: string): void {
    this.#results.delete(file);
  }

  #searchModule(module: Module, evaluator: Evaluator): void {
    const { file } = module;
    const { models } = this.#scans.get(file) ?? emptyScan;
    const dependencies = noDependencies();
    try {
      const { loaded, others } = this.program.notes.noting(dependencies, () => ({
        loaded: findLoaded(module, evaluator, models).map(reference => this.#settled(reference)),
        others: findOthers(module, evaluator),
      }));
      const isCut = evaluator.isCut || this.program.isCut;
      this.#keep(file, { loaded, others, dependencies, problems: isCut ? [cutShort] : [] });
    } catch (error) {
      if (error instanceof NeedsAnother) throw error;
      // Budgets are there so that the stack never ends before them. Whatever fails, one file is given up, not the audit.
      const why = error instanceof RangeError ? tooDeep : `cannot be followed: ${String(error)}`;
      this.#keep(file, { loaded: [], others: [], dependencies, problems: [why] });
    }
  }

  #note(file: string, loaded: readonly ModelReference[], others: readonly SourceRange[]): void {
    const before = this.#results.get(file);
    for (const other of differing(byUse(before?.loaded ?? []), byUse(loaded))) this.#changed.add(other);
    for (const other of differing(byKey(before?.others ?? []), byKey(others))) this.#changed.add(other);
  }

  #others(): ReadonlySet<string> {
    return new Set([...this.#results.values()].flatMap(({ others }) => others.map(placeKey)));
  }

  #forget(file: string): void {
    this.#note(file, [], []);
    this.#results.delete(file);
    this.#stale.delete(file);
  }

  /** What commands and settings of a file have loaded, or name. */
  #namedIn(file: string): readonly ModelReference[] {
    const { models = [], settings = [] } = this.#scans.get(file) ?? {};
    if (models.length === 0) return settings;
    const from = moduleOfData(file);
    const isHere = (script: CommandScript): boolean =>
      this.program.commands.scriptFile(script, from) !== undefined;
    const named = referencesOfCommands(file, models, this.#isKnownId, isHere);
    return [...named.map(one => (one.isTentative ? this.#settled(one) : one)), ...settings];
  }

  #announce(scripts: readonly string[], flags: readonly string[]): void {
    for (const script of scripts) this.#new.scripts.add(script);
    for (const flag of flags) this.#new.flags.add(flag);
  }

  /** Files changed: the answers that stood on them, or that their calls could be part of, may be others now. */
  #outdate(
    files: readonly string[],
    outlines: readonly (Outline | undefined)[],
    flags: ReadonlySet<string>,
  ): void {
    const [changed = ''] = files;
    const known = outlines.filter(outline => outline !== undefined);
    if (files.length + known.length + flags.size === 0) return;
    for (const [root, { dependencies }] of this.#results) {
      const stood = files.some(file => file === root || dependencies.files.has(file));
      // Most edits change no outline: then no question is looked at.
      const isAsked = (): boolean =>
        known.length > 0 &&
        [...dependencies.questions]
          .map(questionOf)
          .some(question => known.some(outline => this.program.mayAnswer(outline, changed, question)));
      if (stood || meets(dependencies.flags, flags) || isAsked()) this.#stale.add(root);
    }
  }

  /** What only a name speaks for is a model when its id is known. */
  #settled(reference: ModelReference): ModelReference {
    const { isTentative, target, id, hub } = reference;
    const isKnownId = id !== undefined && this.#isKnownId(id);
    // Ollama's names are its own: an id of the Hub that comes to it is meant for another library.
    if (hub === 'ollama')
      return isKnownId && id.includes('/') ? { ...reference, isTentative: true } : reference;
    const isKnown = hub === 'huggingface' && target !== undefined && this.#isKnownId(target);
    return isTentative && (isKnown || isKnownId) ? { ...reference, isTentative: false } : reference;
  }
}

/** Most files load nothing, and nothing that changes elsewhere can make them. */
function isOfInterest({ loaded, others, problems, dependencies }: FileResult): boolean {
  const { questions, files, flags } = dependencies;
  return loaded.length + others.length + problems.length + questions.size + files.size + flags.size > 0;
}
