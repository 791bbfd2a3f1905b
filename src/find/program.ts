import type { CommandModel } from '../loaders/commands/tool.ts';
import type { Call, ClassDefinition, Expression, Language, SyntaxFacts } from '../model/syntax.ts';
import { copyAround, type LibraryCopies } from './library-copies.ts';
import { createModule, type Module, type Named } from './module.ts';
import { folderOf, join, modulePaths, normalize } from './module-path.ts';
import { type CallQuestion, doesCall, extensionOf, isPackageFace, type Outline } from './outline.ts';

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

/** What an answer stands on: when it changes, so may the answer. */
export interface Dependencies {
  readonly files: Set<string>;
  /** Each a name and a file, with a blank between. */
  readonly questions: Set<string>;
  /**
   * Flags whose declarations were looked for anywhere, variables of the environment, a `$` before each, and the names of
   * files that were looked for and are not there, a `?` before each.
   */
  readonly flags: Set<string>;
}

export function noDependencies(): Dependencies {
  return { files: new Set(), questions: new Set(), flags: new Set() };
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

/** An outline whose imports are traced to files of the repository. */
interface Traced extends Outline {
  readonly files: readonly string[];
}

/** What came of a repository whose files are others now. */
export interface FileChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Those that import something else by it. */
  readonly importers: readonly string[];
}

interface Loaded {
  readonly module: Module;
  /** Characters of its source. */
  readonly size: number;
}

/**
 * The files of a repository as one program. The facts of a file may be let go and come back; what an answer needs of a
 * file whose facts are not here is noted in `wanted`, so that whoever may read can read it and ask again.
 */
export class Program {
  #files: ReadonlySet<string>;
  #folders: ReadonlySet<string> | undefined;
  #copies: LibraryCopies = new Map();
  /** What names mean, by language, folder and name. */
  readonly #paths = new Map<string, string | undefined>();
  /** The one used last comes last. */
  readonly #loaded = new Map<string, Loaded>();
  /** Characters of source whose facts are held. */
  #held = 0;
  readonly #outlines = new Map<string, Traced>();
  readonly #importers = new Map<string, Set<string>>();
  /** The files that can name something of a file, as long as nothing changes. */
  readonly #reach = new Map<string, readonly string[]>();
  readonly #data = new Map<string, Data>();
  /** By the script that gets them. */
  readonly #flags = new Map<string, readonly ScriptFlag[]>();
  /** The scripts that a file's commands give flags to. */
  readonly #scripts = new Map<string, readonly string[]>();
  /** What files set variables of the environment to: by variable, then by file. */
  readonly #environment = new Map<string, Map<string, readonly Setting[]>>();
  /** Files that were read in full and say nothing. */
  readonly #empty = new Set<string>();
  /** Files by the flags their command lines declare. */
  readonly #declarers = new Map<string, Set<string>>();
  #noting: Dependencies | undefined;
  readonly wanted = new Set<string>();

  /** `files`: every path of the repository that can be read. */
  constructor(files: ReadonlySet<string>) {
    this.#files = files;
  }

  /** Other files may be there now. What lies in a copy of a library counts as the library's. */
  setFiles(files: ReadonlySet<string>, copies: LibraryCopies): FileChanges {
    const added = [...files].filter(file => !this.#files.has(file));
    const removed = [...this.#files].filter(file => !files.has(file));
    this.#files = files;
    this.#copies = copies;
    this.#empty.clear();
    if (added.length + removed.length === 0) return { added, removed, importers: [] };
    this.#folders = undefined;
    this.#paths.clear();
    const importers = [...this.#outlines].flatMap(([file, outline]) => {
      this.describe(file, outline);
      return isSameList(outline.files, this.#outlines.get(file)?.files ?? []) ? [] : file;
    });
    return { added, removed, importers };
  }

  /** Takes a file's facts into the program, where it has any. */
  load(module: Module, size: number): void {
    this.unload(module.file);
    this.#empty.delete(module.file);
    this.#loaded.set(module.file, { module, size });
    this.#held += size;
  }

  /** Lets go of a file's facts; who needs them has them read again. */
  unload(file: string): void {
    this.#held -= this.#loaded.get(file)?.size ?? 0;
    this.#loaded.delete(file);
    this.#empty.delete(file);
  }

  /** Nothing is there to be read. */
  setEmpty(file: string): void {
    this.unload(file);
    this.#empty.add(file);
  }

  /** Takes what is to be known of a file whether or not its facts are here; undefined where it has no part in anything. */
  describe(file: string, outline: Outline | undefined): void {
    const before = this.#outlines.get(file);
    for (const imported of before?.files ?? []) this.#importers.get(imported)?.delete(file);
    for (const flag of before?.flags ?? []) this.#declarers.get(flag)?.delete(file);
    this.#outlines.delete(file);
    this.#reach.clear();
    if (!outline) return;
    const files = outline.imports.flatMap(name => this.#fileNamed(name, file, outline.language) ?? []);
    const traced = { ...outline, files: [...new Set(files)] };
    this.#outlines.set(file, traced);
    for (const imported of traced.files) addTo(this.#importers, imported, file);
    for (const flag of traced.flags) addTo(this.#declarers, flag, file);
  }

  outline(file: string): Outline | undefined {
    return this.#outlines.get(file);
  }

  /** Whether a file as it is outlined can hold part of the answer to a question: it calls the name, and can know its file. */
  mayAnswer(outline: Outline, file: string, question: CallQuestion): boolean {
    if (!doesCall(outline, question.name)) return false;
    if (file === question.file) return true;
    return outline.imports.some(name => {
      const imported = this.#fileNamed(name, file, outline.language);
      return imported !== undefined && (imported === question.file || isPackageFace(imported));
    });
  }

  /** Lets go of the facts used longest ago until no more than `size` characters of source are held. */
  trim(size: number): void {
    for (const file of this.#loaded.keys()) {
      if (this.#held <= size) return;
      this.unload(file);
    }
  }

  /** What a data file says: JSON, YAML, TOML. */
  setData(file: string, expression: Expression | undefined): void {
    if (expression) this.#data.set(file, { module: createModule(file, noFacts), expression });
    else this.#data.delete(file);
  }

  /** The flags that one file's commands give to scripts; tells which scripts get any, now or before. */
  setFlags(file: string, models: readonly CommandModel[]): readonly string[] {
    const before = this.#scripts.get(file) ?? [];
    for (const script of before) {
      this.#flags.set(
        script,
        this.flagsOf(script).filter(({ module }) => module.file !== file),
      );
    }
    if (models.length === 0 && before.length === 0) return [];
    const from = createModule(file, noFacts);
    const flags = models.flatMap(model => this.#flagOf(model, from));
    for (const flag of flags) this.#flags.set(flag.script, [...this.flagsOf(flag.script), flag]);
    const scripts = [...new Set(flags.map(flag => flag.script))];
    this.#scripts.set(file, scripts);
    return [...new Set([...before, ...scripts])];
  }

  /** The variables of the environment that one file's commands set; tells which, now or before, a `$` before each. */
  setEnvironment(file: string, models: readonly CommandModel[]): readonly string[] {
    const set = new Set<string>();
    for (const [variable, byFile] of this.#environment) if (byFile.delete(file)) set.add(variable);
    const settings = models.filter(({ kind, id }) => kind === 'environment' && id !== undefined);
    if (settings.length === 0) return [...set].map(variableToken);
    const from = createModule(file, noFacts);
    for (const { tool, id = '', span } of settings) {
      const byFile = this.#environment.get(tool) ?? new Map<string, readonly Setting[]>();
      const value: Expression = { kind: 'string', value: id, span };
      byFile.set(file, [...(byFile.get(file) ?? []), { value, module: from }]);
      this.#environment.set(tool, byFile);
      set.add(tool);
    }
    return [...set].map(variableToken);
  }

  /** What files of the repository set a variable of the environment to. */
  environment(variable: string): readonly Setting[] {
    this.#noting?.flags.add(variableToken(variable));
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

  /** The facts of a file, where they are here. */
  module(file: string): Module | undefined {
    const loaded = this.#loaded.get(file);
    if (!loaded) return undefined;
    this.#loaded.delete(file);
    this.#loaded.set(file, loaded);
    return loaded.module;
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
  note({ files, questions, flags }: Dependencies): void {
    if (!this.#noting) return;
    for (const file of files) this.#noting.files.add(file);
    for (const question of questions) this.#noting.questions.add(question);
    for (const flag of flags) this.#noting.flags.add(flag);
  }

  /** The module of the repository that an import names; undefined for a library's, and for one that is not here. */
  imported(name: string, from: Module): Module | undefined {
    const file = this.fileOf(name, from);
    if (file === undefined || copyAround(file, this.#copies) !== undefined) return undefined;
    return this.needed(file);
  }

  /** The facts of a file; where they are not here, somebody is told that they are wanted. */
  needed(file: string): Module | undefined {
    this.#noting?.files.add(file);
    const module = this.module(file);
    if (!module && !this.#empty.has(file)) this.wanted.add(file);
    return module;
  }

  /** What a module that is a file of data says: `import config from './config.json'`. */
  importedData(name: string, from: Module): Data | undefined {
    const file = this.fileOf(name, from);
    return file?.endsWith('.json') ? this.#dataOf(file) : undefined;
  }

  /** The file of the repository that an import names, read or not. */
  fileOf(name: string, { file, facts }: Module): string | undefined {
    return this.#fileNamed(name, file, facts.language);
  }

  #fileNamed(name: string, from: string, language: Language): string | undefined {
    const key = `${language} ${folderOf(from)} ${name}`;
    if (this.#paths.has(key)) return this.#paths.get(key);
    const found = modulePaths(name, from, language).find(path => this.#files.has(path));
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
    if (file !== undefined) return this.#dataOf(file);
    this.#noting?.flags.add(absentToken(path));
    return undefined;
  }

  #dataOf(file: string): Data | undefined {
    this.#noting?.files.add(file);
    const data = this.#data.get(file);
    if (!data && !this.#empty.has(file)) this.wanted.add(file);
    return data;
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
    this.#noting?.files.add(file);
    return this.#data.get(file)?.expression;
  }

  /** Whether a path names a file or a folder of the repository, seen from its root or from a file. */
  hasPath(path: string, file: string): boolean {
    this.#folders ??= foldersOf(this.#files);
    const paths = [path, join(folderOf(file), path)];
    const isThere = paths.some(one => this.#files.has(one) || this.#folders?.has(one) === true);
    if (!isThere) this.#noting?.flags.add(absentToken(path));
    return isThere;
  }

  /** The flags that the repository's command lines give to a script. */
  flagsOf(script: string): readonly ScriptFlag[] {
    this.#noting?.files.add(script);
    return this.#flags.get(script) ?? [];
  }

  /** Calls of a function of the program, by its name, from wherever it can be called. */
  callSites(question: CallQuestion): readonly CallSite[] {
    this.#noting?.questions.add(`${question.name} ${question.file}`);
    return this.callers(question).flatMap(file => {
      const module = this.needed(file);
      return module?.calls.get(question.name)?.map(call => ({ call, module })) ?? [];
    });
  }

  /** Classes that extend a class of this name and file. */
  subclasses({ name, file }: CallQuestion): readonly ClassSite[] {
    const question = { name: extensionOf(name), file };
    this.#noting?.questions.add(`${question.name} ${file}`);
    return this.callers(question).flatMap(other => {
      const module = this.needed(other);
      return module?.subclasses.get(name)?.map(named => ({ ...named, module })) ?? [];
    });
  }

  /** The files whose command lines declare a flag. */
  declarers(flag: string): readonly string[] {
    this.#noting?.flags.add(flag);
    return [...(this.#declarers.get(flag) ?? [])];
  }

  /** The files that can answer a question about calls. */
  callers({ name, file }: CallQuestion): readonly string[] {
    return this.#reachOf(file).filter(other => {
      const outline = this.#outlines.get(other);
      return outline !== undefined && doesCall(outline, name);
    });
  }

  /** A file and those that import it, themselves or through the face of its package. */
  #reachOf(file: string): readonly string[] {
    const known = this.#reach.get(file);
    if (known) return known;
    const reach = new Set([file]);
    for (const other of reach) {
      if (other !== file && !isPackageFace(other)) continue;
      for (const importer of this.#importers.get(other) ?? []) reach.add(importer);
    }
    this.#reach.set(file, [...reach]);
    return [...reach];
  }
}

function addTo(index: Map<string, Set<string>>, key: string, file: string): void {
  const files = index.get(key);
  if (files) files.add(file);
  else index.set(key, new Set([file]));
}

/** The question behind what `Dependencies` keep of it. */
export function questionOf(text: string): CallQuestion {
  const blank = text.indexOf(' ');
  return { name: text.slice(0, blank), file: text.slice(blank + 1) };
}

/** Every folder above a file. */
function foldersOf(files: ReadonlySet<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const file of files) {
    for (let folder = folderOf(file); folder !== '' && !folders.has(folder); folder = folderOf(folder))
      folders.add(folder);
  }
  return folders;
}

function isSameList(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

/** The name of a file or folder that is not there, as `Dependencies` keep it among the flags. */
export function absentToken(path: string): string {
  return `?${path.slice(path.lastIndexOf('/') + 1)}`;
}

/** A variable as `Dependencies` keep it among the flags. */
function variableToken(name: string): string {
  return `$${name}`;
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
