import type { CommandModel } from '../loaders/commands/tool.ts';
import type { Call, Expression, SyntaxFacts } from '../model/syntax.ts';
import { copyAround, type LibraryCopies } from './library-copies.ts';
import { createModule, type Module } from './module.ts';
import { folderOf, join, modulePaths, normalize } from './module-path.ts';

/** A call and the file it stands in. */
export interface CallSite {
  readonly call: Call;
  readonly module: Module;
}

/** A value that a command line of the repository gives to one of its scripts: `python train.py --model org/name`. */
export interface ScriptFlag {
  readonly script: string;
  /** `model_name` for `--model-name`. */
  readonly flag: string;
  readonly value: Expression;
  readonly module: Module;
}

/** What the answers for one file stand on: when it changes, so may they. */
export interface Dependencies {
  readonly files: Set<string>;
  /** Names whose calls were looked for, wherever they stand. */
  readonly names: Set<string>;
}

interface Data {
  readonly module: Module;
  readonly expression: Expression;
}

/**
 * The files read so far, as one program. What a file needs of others that were not read yet is noted in `wanted`, so
 * that whoever may read can read them and ask again.
 */
export class Program {
  #files: ReadonlySet<string>;
  #copies: LibraryCopies = new Map();
  readonly #modules = new Map<string, Module>();
  /** What names mean, by language, folder and name. */
  readonly #paths = new Map<string, string | undefined>();
  readonly #data = new Map<string, Data>();
  readonly #flags = new Map<string, ScriptFlag[]>();
  readonly #sites = new Map<string, Map<string, readonly CallSite[]>>();
  #noting: Dependencies | undefined;
  /** Files that exist, hold something somebody asked for, and are not read. */
  readonly wanted = new Set<string>();

  /** `files`: every path of the repository that can be read. */
  constructor(files: ReadonlySet<string>) {
    this.#files = files;
  }

  /** Other files may be there now. What lies in a copy of a library counts as the library's. */
  setFiles(files: ReadonlySet<string>, copies: LibraryCopies): void {
    this.#files = files;
    this.#copies = copies;
    this.#paths.clear();
  }

  add(file: string, facts: SyntaxFacts): Module {
    this.remove(file);
    const module = createModule(file, facts);
    this.#modules.set(file, module);
    this.wanted.delete(file);
    for (const [name, calls] of module.calls) {
      const sites = this.#sites.get(name) ?? new Map<string, readonly CallSite[]>();
      sites.set(
        file,
        calls.map(call => ({ call, module })),
      );
      this.#sites.set(name, sites);
    }
    return module;
  }

  remove(file: string): undefined {
    for (const name of this.#modules.get(file)?.calls.keys() ?? []) this.#sites.get(name)?.delete(file);
    this.#modules.delete(file);
    // What is read and holds nothing is no longer wanted either.
    this.wanted.delete(file);
  }

  /** What a data file says: JSON, YAML, TOML. */
  setData(file: string, expression: Expression | undefined): void {
    if (expression) this.#data.set(file, { module: createModule(file, noFacts), expression });
    else this.#data.delete(file);
  }

  /** The flags that one file's commands give to scripts; tells which scripts get any, now or before. */
  setFlags(file: string, models: readonly CommandModel[]): readonly string[] {
    const before = this.#flags.get(file) ?? [];
    const from = createModule(file, noFacts);
    const flags = models.flatMap(model => this.#flagOf(model, from));
    if (flags.length > 0) this.#flags.set(file, flags);
    else this.#flags.delete(file);
    return [...new Set([...before, ...flags].map(flag => flag.script))];
  }

  #flagOf({ kind, script, id, span }: CommandModel, module: Module): readonly ScriptFlag[] {
    if (kind !== 'script-flag' || script?.flag === undefined || id === undefined) return [];
    const path = script.isModule ? `${script.path.replaceAll('.', '/')}.py` : script.path;
    const file = this.#fileNear(path, module);
    if (file === undefined) return [];
    const flag = script.flag.replace(/^-+/, '').replaceAll('-', '_');
    return [{ script: file, flag, value: { kind: 'string', value: id, span }, module }];
  }

  modules(): Iterable<Module> {
    return this.#modules.values();
  }

  module(file: string): Module | undefined {
    return this.#modules.get(file);
  }

  /** Runs `read` and notes in `dependencies` what its answer stands on. */
  noting<T>(dependencies: Dependencies, read: () => T): T {
    const outer = this.#noting;
    this.#noting = dependencies;
    try {
      return read();
    } finally {
      this.#noting = outer;
      this.note(dependencies);
    }
  }

  /** An answer given earlier, which stands on these, is used again. */
  note({ files, names }: Dependencies): void {
    if (!this.#noting) return;
    for (const file of files) this.#noting.files.add(file);
    for (const name of names) this.#noting.names.add(name);
  }

  /** The module of the repository that an import names; undefined for a library's, and for one that is not read yet. */
  imported(name: string, from: Module): Module | undefined {
    const file = this.fileOf(name, from);
    if (file === undefined || copyAround(file, this.#copies) !== undefined) return undefined;
    this.#noting?.files.add(file);
    const module = this.#modules.get(file);
    if (!module) this.wanted.add(file);
    return module;
  }

  /** The file of the repository that an import names, read or not. */
  fileOf(name: string, { file, facts }: Module): string | undefined {
    const key = `${facts.language} ${folderOf(file)} ${name}`;
    if (this.#paths.has(key)) return this.#paths.get(key);
    const found = modulePaths(name, file, facts.language).find(path => this.#files.has(path));
    this.#paths.set(key, found);
    return found;
  }

  /** The library that an import names by the folder of a copy: what it is imported by elsewhere. */
  copied(name: string, from: Module): string | undefined {
    const file = this.fileOf(name, from);
    const folder = file === undefined ? undefined : copyAround(file, this.#copies);
    return folder === undefined ? undefined : this.#copies.get(folder);
  }

  /** A data file by the path the code opens, relative to the file, to a folder above it, or to the root. */
  data(path: string, from: Module): Data | undefined {
    const file = this.#fileNear(path, from);
    return file === undefined ? undefined : this.#dataOf(file);
  }

  /** A path as a program writes it: seen from the file, from a folder above it, or from the root. */
  #fileNear(path: string, from: Module): string | undefined {
    for (let folder = folderOf(from.file); ; folder = folderOf(folder)) {
      const file = normalize(join(folder, path));
      if (this.#files.has(file)) return file;
      if (folder === '') return undefined;
    }
  }

  #dataOf(file: string): Data | undefined {
    this.#noting?.files.add(file);
    const data = this.#data.get(file);
    if (!data) this.wanted.add(file);
    return data;
  }

  flagsFor({ file }: Module): readonly ScriptFlag[] {
    return [...this.#flags.values()].flat().filter(({ script }) => script === file);
  }

  /** Calls of anything of this name, anywhere. */
  callSites(name: string): readonly CallSite[] {
    this.#noting?.names.add(name);
    const byFile = this.#sites.get(name);
    return byFile ? [...byFile.values()].flat() : [];
  }
}

const noFacts: SyntaxFacts = {
  language: 'python',
  scopes: [{ kind: 'module', name: undefined, parent: undefined, bindings: [], starImports: [] }],
  calls: [],
  stores: [],
  literals: [],
  exports: [],
  imports: [],
  directives: [],
  problems: [],
};
