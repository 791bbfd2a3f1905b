import type { CommandModel } from '../loaders/commands/tool.ts';
import type { Call, ClassDefinition, Expression, SyntaxFacts } from '../model/syntax.ts';
import { createModule, type Module, type Named } from './module.ts';
import { folderOf, join, modulePaths, normalize } from './module-path.ts';
import { lastName } from './names.ts';

/** A call and the file it stands in. */
export interface CallSite {
  readonly call: Call;
  readonly module: Module;
}

/** A class and the file it stands in. */
export interface ClassSite extends Named<ClassDefinition> {
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

/** What a file of the repository sets a variable of the environment to. */
interface Setting {
  readonly value: Expression;
  readonly module: Module;
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
  #folders: ReadonlySet<string> | undefined;
  readonly #modules = new Map<string, Module>();
  /** What names mean, by language, folder and name. */
  readonly #paths = new Map<string, string | undefined>();
  readonly #data = new Map<string, Data>();
  readonly #flags = new Map<string, ScriptFlag[]>();
  #byScript: ReadonlyMap<string, readonly ScriptFlag[]> | undefined;
  /** By variable, then by file. */
  readonly #environment = new Map<string, Map<string, readonly Setting[]>>();
  readonly #sites = new Map<string, Map<string, readonly CallSite[]>>();
  /** By the last name of a base, then by file. */
  readonly #subclasses = new Map<string, Map<string, readonly ClassSite[]>>();
  #noting: Dependencies | undefined;
  /** Files that exist, hold something somebody asked for, and are not read. */
  readonly wanted = new Set<string>();

  /** `files`: every path of the repository that can be read. */
  constructor(files: ReadonlySet<string>) {
    this.#files = files;
  }

  /** Other files may be there now. */
  setFiles(files: ReadonlySet<string>): void {
    this.#files = files;
    this.#folders = undefined;
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
    for (const name of baseNames(module)) {
      const files = this.#subclasses.get(name) ?? new Map<string, readonly ClassSite[]>();
      files.set(file, subclassesIn(module, name));
      this.#subclasses.set(name, files);
    }
    return module;
  }

  remove(file: string): undefined {
    const module = this.#modules.get(file);
    for (const name of module?.calls.keys() ?? []) this.#sites.get(name)?.delete(file);
    for (const name of module ? baseNames(module) : []) this.#subclasses.get(name)?.delete(file);
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
    this.#byScript = undefined;
    return [...new Set([...before, ...flags].map(flag => flag.script))];
  }

  /** The variables of the environment that one file's commands set; tells which, now or before. */
  setEnvironment(file: string, models: readonly CommandModel[]): readonly string[] {
    const from = createModule(file, noFacts);
    const set = new Set<string>();
    for (const [variable, byFile] of this.#environment) if (byFile.delete(file)) set.add(variable);
    for (const { kind, tool, id, span } of models) {
      if (kind !== 'environment' || id === undefined) continue;
      const byFile = this.#environment.get(tool) ?? new Map<string, readonly Setting[]>();
      const value: Expression = { kind: 'string', value: id, span };
      byFile.set(file, [...(byFile.get(file) ?? []), { value, module: from }]);
      this.#environment.set(tool, byFile);
      set.add(tool);
    }
    return [...set].map(variableName);
  }

  /** What files of the repository set a variable of the environment to. */
  environment(variable: string): readonly Setting[] {
    this.#noting?.names.add(variableName(variable));
    return [...(this.#environment.get(variable)?.values() ?? [])].flat();
  }

  #flagOf({ kind, script, id, span }: CommandModel, module: Module): readonly ScriptFlag[] {
    if (kind !== 'script-flag' || script?.flag === undefined || id === undefined) return [];
    const path = script.isModule ? script.path.replaceAll('.', '/') : script.path;
    const file = script.isModule
      ? (this.#fileNear(`${path}.py`, module) ?? this.#fileNear(`${path}/__main__.py`, module))
      : this.#fileNear(path, module);
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
    if (file === undefined) return undefined;
    this.#noting?.files.add(file);
    const module = this.#modules.get(file);
    if (!module) this.wanted.add(file);
    return module;
  }

  /** What a module that is a file of data says: `import config from './config.json'`. */
  importedData(name: string, from: Module): Data | undefined {
    const file = this.fileOf(name, from);
    return file?.endsWith('.json') ? this.#dataOf(file) : undefined;
  }

  /** The file of the repository that an import names, read or not. */
  fileOf(name: string, { file, facts }: Module): string | undefined {
    const key = `${facts.language} ${folderOf(file)} ${name}`;
    if (this.#paths.has(key)) return this.#paths.get(key);
    const found = modulePaths(name, file, facts.language).find(path => this.#files.has(path));
    this.#paths.set(key, found);
    return found;
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

  /** What the file says that a value of settings is written in. */
  dataIn({ file }: Module): Expression | undefined {
    return this.#data.get(file)?.expression;
  }

  /** Whether a path names a file or a folder of the repository, seen from its root or from a file. */
  hasPath(path: string, { file }: Module): boolean {
    this.#folders ??= new Set([...this.#files].flatMap(foldersOf));
    const paths = [path, join(folderOf(file), path)];
    return paths.some(one => this.#files.has(one) || this.#folders?.has(one) === true);
  }

  #dataOf(file: string): Data | undefined {
    this.#noting?.files.add(file);
    const data = this.#data.get(file);
    if (!data) this.wanted.add(file);
    return data;
  }

  /** What commands of the repository give to a script. */
  flagsFor({ file }: Module): readonly ScriptFlag[] {
    this.#noting?.files.add(file);
    this.#byScript ??= byScript([...this.#flags.values()].flat());
    return this.#byScript.get(file) ?? [];
  }

  /** Classes anywhere that extend something of this name. */
  subclasses(name: string): readonly ClassSite[] {
    this.#noting?.names.add(basedOn(name));
    const files = this.#subclasses.get(name);
    return files ? [...files.values()].flat() : [];
  }

  /** Calls of anything of this name, anywhere. */
  callSites(name: string): readonly CallSite[] {
    this.#noting?.names.add(name);
    const byFile = this.#sites.get(name);
    return byFile ? [...byFile.values()].flat() : [];
  }
}

/** The names that a file's calls and classes make known to the whole program. */
export function namesUsedBy(module: Module | undefined): readonly string[] {
  return module ? [...module.calls.keys(), ...baseNames(module).map(basedOn)] : [];
}

/** Every folder above a file. */
function foldersOf(file: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = folderOf(file); folder !== ''; folder = folderOf(folder)) folders.push(folder);
  return folders;
}

function byScript(flags: readonly ScriptFlag[]): ReadonlyMap<string, readonly ScriptFlag[]> {
  const scripts = new Map<string, ScriptFlag[]>();
  for (const flag of flags) {
    const known = scripts.get(flag.script);
    if (known) known.push(flag);
    else scripts.set(flag.script, [flag]);
  }
  return scripts;
}

function variableName(name: string): string {
  return `environment ${name}`;
}

function basedOn(name: string): string {
  return `class ${name}`;
}

function baseNames(module: Module): readonly string[] {
  const bases = [...module.classes.values()].flatMap(({ definition }) => definition.bases);
  return [...new Set(bases.flatMap(base => lastName(base) ?? []))];
}

function subclassesIn(module: Module, name: string): readonly ClassSite[] {
  return [...module.classes.values()]
    .filter(({ definition }) => definition.bases.some(base => lastName(base) === name))
    .map(one => ({ ...one, module }));
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
