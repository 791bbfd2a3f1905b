import { commandReferences } from '../loaders/commands/command-references.ts';
import type { Command } from '../model/command.ts';
import type { ModelReference } from '../model/reference.ts';
import { compareSpans, type SourceRange } from '../model/source.ts';
import type { Expression, SyntaxFacts } from '../model/syntax.ts';
import { referencesOfCommands } from './command-models.ts';
import { findDataMentions } from './data-mentions.ts';
import { Evaluator } from './evaluator.ts';
import { findLoaded } from './find-references.ts';
import { findMentions, findOthers, type IsKnownId } from './mentions.ts';
import type { Module } from './module.ts';
import { type Dependencies, namesUsedBy, Program } from './program.ts';

/** What was read of a file. */
export interface FileContent {
  readonly facts?: SyntaxFacts | undefined;
  readonly commands?: readonly Command[];
  readonly data?: Expression | undefined;
}

interface Result {
  readonly loaded: readonly ModelReference[];
  /** Where data sets and repositories that are written to are named. */
  readonly others: readonly SourceRange[];
  readonly dependencies: Dependencies;
}

/**
 * Finds the models of a program and keeps what it found: when a file changes, only those files are searched again whose
 * answers stood on it.
 */
export class Finder {
  readonly program: Program;
  readonly #isKnownId: IsKnownId;
  readonly #results = new Map<string, Result>();
  readonly #commandReferences = new Map<string, readonly ModelReference[]>();
  readonly #dataMentions = new Map<string, readonly ModelReference[]>();
  readonly #stale = new Set<string>();
  /** Files that lost references with the file that used them. */
  readonly #left = new Set<string>();

  constructor(files: ReadonlySet<string>, isKnownId: IsKnownId) {
    this.program = new Program(files);
    this.#isKnownId = isKnownId;
  }

  /** A file is new, has changed, or, where nothing of it is of interest, is gone. */
  set(file: string, { facts, commands = [], data }: FileContent): void {
    const before = namesUsedBy(this.program.module(file));
    const module = facts ? this.program.add(file, facts) : this.program.remove(file);
    this.program.setData(file, data);
    const { scripts, variables } = this.#setCommands(file, commands);
    this.#changed([file, ...scripts], new Set([...before, ...namesUsedBy(module), ...variables]));
    if (facts) this.#stale.add(file);
    else this.#forget(file);
    this.#dataMentions.set(file, data ? findDataMentions(file, data, this.#isKnownId) : []);
  }

  #forget(file: string): void {
    for (const other of differing(this.#results.get(file)?.loaded ?? [], [])) this.#left.add(other);
    this.#results.delete(file);
    this.#stale.delete(file);
  }

  /** Tells which scripts get flags from the commands and which variables they set, now or before. */
  #setCommands(
    file: string,
    commands: readonly Command[],
  ): { readonly scripts: readonly string[]; readonly variables: readonly string[] } {
    const models = commands.flatMap(commandReferences);
    this.#commandReferences.set(file, referencesOfCommands(file, models, this.#isKnownId));
    return {
      scripts: this.program.setFlags(file, models),
      variables: this.program.setEnvironment(file, models),
    };
  }

  /**
   * Searches what is new or may have changed, and tells in which files references came, went or changed. Afterwards
   * `program.wanted` names files that would tell more.
   */
  update(): ReadonlySet<string> {
    const evaluator = new Evaluator(this.program);
    const changed = new Set(this.#left);
    this.#left.clear();
    for (const file of this.#stale) {
      const module = this.program.module(file);
      if (!module) continue;
      const dependencies: Dependencies = { files: new Set(), names: new Set() };
      const { loaded, others } = this.program.noting(dependencies, () => ({
        loaded: findLoaded(module, evaluator).map(reference => this.#settled(reference)),
        others: findOthers(module, evaluator),
      }));
      const before = this.#results.get(file);
      for (const other of differing(before?.loaded ?? [], loaded)) changed.add(other);
      for (const other of [...(before?.others ?? []), ...others]) changed.add(other.file);
      this.#results.set(file, { loaded, others, dependencies });
    }
    this.#stale.clear();
    return changed;
  }

  /** Every reference, ordered by file and place. */
  references(): readonly ModelReference[] {
    const loaded = distinct([
      ...[...this.#results.values()].flatMap(result => result.loaded),
      ...[...this.#commandReferences.values()].flat(),
    ]);
    const others = this.#others();
    const mentions = [...this.program.modules()].flatMap(module => this.#mentionsIn(module, loaded, others));
    const settings = [...this.#dataMentions.values()]
      .flat()
      .filter(({ range }) => !loaded.has(placeKey(range)));
    return [...[...loaded.values()].flat(), ...mentions, ...settings].toSorted(byPlace);
  }

  /** The references that are written in one file, by whichever file's calls. */
  referencesIn(file: string): readonly ModelReference[] {
    const all = [...this.#results.values()].flatMap(({ loaded }) =>
      loaded.filter(reference => reference.range.file === file),
    );
    const loaded = distinct([...all, ...(this.#commandReferences.get(file) ?? [])]);
    const settings = (this.#dataMentions.get(file) ?? []).filter(({ range }) => !loaded.has(placeKey(range)));
    const module = this.program.module(file);
    const mentions = module ? this.#mentionsIn(module, loaded, this.#others()) : [];
    return [...[...loaded.values()].flat(), ...mentions, ...settings].toSorted(byPlace);
  }

  #others(): ReadonlySet<string> {
    return new Set([...this.#results.values()].flatMap(({ others }) => others.map(placeKey)));
  }

  #mentionsIn(
    module: Module,
    loaded: ReadonlyMap<string, readonly ModelReference[]>,
    others: ReadonlySet<string>,
  ): readonly ModelReference[] {
    return findMentions(module, this.#isKnownId, ({ value, span }) => {
      const key = placeKey({ file: module.file, ...span });
      return loaded.has(key) || others.has(key) || this.program.hasPath(value, module);
    });
  }

  #changed(files: readonly string[], names: ReadonlySet<string>): void {
    for (const [root, { dependencies }] of this.#results) {
      const stoodOnFile = files.some(file => file === root || dependencies.files.has(file));
      if (stoodOnFile || [...dependencies.names].some(name => names.has(name))) this.#stale.add(root);
    }
  }

  /** What only a name speaks for is a model when its id is known. */
  #settled(reference: ModelReference): ModelReference {
    const { isTentative, target, id, hub } = reference;
    const isKnown = hub === 'huggingface' && target !== undefined && this.#isKnownId(target);
    return isTentative && (isKnown || (id !== undefined && this.#isKnownId(id)))
      ? { ...reference, isTentative: false }
      : reference;
  }
}

/** By place: the references written there, one for each call that uses it. */
function distinct(references: readonly ModelReference[]): ReadonlyMap<string, readonly ModelReference[]> {
  const places = new Map<string, ModelReference[]>();
  for (const reference of references) {
    const key = placeKey(reference.range);
    const others = places.get(key);
    if (!others) places.set(key, [reference]);
    else if (!others.some(other => isSameUse(other, reference))) others.push(reference);
  }
  for (const [key, uses] of places) {
    const loads = uses.filter(({ evidence }) => evidence === 'loaded');
    if (loads.length > 0) places.set(key, loads);
  }
  return places;
}

function isSameUse(a: ModelReference, b: ModelReference): boolean {
  return a.target === b.target && a.call.file === b.call.file && compareSpans(a.call, b.call) === 0;
}

function placeKey({ file, cell, start }: SourceRange): string {
  return `${file}:${cell ?? ''}:${start.line}:${start.character}`;
}

function byPlace(a: ModelReference, b: ModelReference): number {
  if (a.range.file !== b.range.file) return a.range.file < b.range.file ? -1 : 1;
  return compareSpans(a.range, b.range);
}

/** The files in which two searches of one file do not agree. */
function differing(before: readonly ModelReference[], now: readonly ModelReference[]): ReadonlySet<string> {
  const [old, young] = [byUse(before), byUse(now)];
  const files = [...old, ...young].flatMap(([key, file]) => (old.has(key) && young.has(key) ? [] : file));
  return new Set(files);
}

function byUse(references: readonly ModelReference[]): ReadonlyMap<string, string> {
  return new Map(
    references.map(reference => [
      `${placeKey(reference.range)} ${reference.target} ${placeKey(reference.call)}`,
      reference.range.file,
    ]),
  );
}
