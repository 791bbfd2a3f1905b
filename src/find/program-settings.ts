import type { Call } from '../model/syntax.ts';
import type { FileTree } from './file-tree.ts';
import type { Data } from './held-facts.ts';
import { madeBy, madeInCode } from './made-objects.ts';
import { isData, type Module } from './module.ts';
import type { Notes } from './notes.ts';
import { doesInclude, namesOfFile, overriddenCall } from './overridden-objects.ts';
import type { CallSite } from './program.ts';
import { instantiators, makerToken, SettingsIndex, settingsToken } from './settings-index.ts';

/** The files of settings of a program, and what they say when somebody asks. */
export class ProgramSettings {
  readonly #index = new SettingsIndex();
  readonly #notes: Notes;
  readonly #dataOf: (file: string) => Data | undefined;
  readonly #tree: () => FileTree;

  constructor(notes: Notes, dataOf: (file: string) => Data | undefined, tree: () => FileTree) {
    this.#notes = notes;
    this.#dataOf = dataOf;
    this.#tree = tree;
  }

  /** Takes what is to be known of a file of settings; tells what others may make of it, now or before. */
  set(file: string, namesModels: boolean, makes: readonly string[]): readonly string[] {
    return this.#index.set(file, namesModels, makes);
  }

  /** Calls of a class or a function that files of settings stand for, and code where a registry is told of the name. */
  objectsOf(name: string, isRegistered: boolean): readonly CallSite[] {
    this.#notes.flag(makerToken(name));
    const files = this.#index.makers(name).filter(file => isRegistered || !file.endsWith('.py'));
    return files.flatMap(file => {
      const data = this.#dataOf(file);
      if (!data) return [];
      if (!isData(data.module)) return callsOf(name, data.module);
      return madeBy(data.expression, name).flatMap(call => [
        { call, module: data.module },
        ...this.#overridden(data, call),
      ]);
    });
  }

  /** The files of code that instantiate settings. */
  instantiators(): readonly string[] {
    this.#notes.flag(makerToken(instantiators));
    return this.#index.makers(instantiators);
  }

  /** What other settings have a file's class called with instead. */
  #overridden(data: Data, call: Call): readonly CallSite[] {
    if (call.span !== data.expression.span) return [];
    return this.includersOf(data.module).flatMap(other => {
      const overridden = overriddenCall(data, call, other);
      return overridden ? [{ call: overridden, module: other.module }] : [];
    });
  }

  /** The files whose `defaults` take a file in. */
  includersOf({ file }: Module): readonly Data[] {
    const names = namesOfFile(file);
    for (const name of names) this.#notes.flag(makerToken(name));
    const files = new Set(names.flatMap(name => this.#index.makers(name)));
    return [...files].flatMap(other => {
      const data = this.#dataOf(other);
      return data && doesInclude(data, file) ? data : [];
    });
  }

  /** What the nearest files of settings with such an ending say that name known models. */
  near({ file }: Module, ending: RegExp): readonly Data[] {
    this.#notes.flag(settingsToken);
    return this.#index.near(file, ending, this.#tree()).flatMap(one => this.#dataOf(one) ?? []);
  }

  /** What the settings of a file's name in the folders beside its own say that name known models. */
  namesakes({ file }: Module): readonly Data[] {
    this.#notes.flag(settingsToken);
    return this.#index.namesakes(file, this.#tree()).flatMap(one => this.#dataOf(one) ?? []);
  }

  /** The files of settings that name known models and that a pattern means, seen from a file: `configs/*.json`. */
  like(pattern: string, { file }: Module): readonly string[] {
    this.#notes.flag(settingsToken);
    return this.#index.like(file, pattern);
  }
}

function callsOf(name: string, module: Module): readonly CallSite[] {
  return (madeInCode(module).get(name) ?? []).map(call => ({ call, module }));
}
