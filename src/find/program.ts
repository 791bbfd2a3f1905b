import type { Call, ClassDefinition, Expression } from '../model/syntax.ts';
import { namesInFolders } from '../parse/python-search-path.ts';
import type { Taken } from './choices.ts';
import { absentToken, offeredToken } from './dependencies.ts';
import { FileTree } from './file-tree.ts';
import { type Data, HeldFacts } from './held-facts.ts';
import { copyAround, type LibraryCopies } from './library-copies.ts';
import { namedMakerToken } from './makers.ts';
import type { Module, Named } from './module.ts';
import { folderOf, lastNameOf } from './module-path.ts';
import { Notes } from './notes.ts';
import {
  type CallQuestion,
  doesCall,
  extensionOf,
  handingOf,
  handsOn,
  holderOf,
  importOf,
  importsName,
  isPackageFace,
  namedBy,
  type Outline,
} from './outline.ts';
import { OutlineIndex, wayTo } from './outline-index.ts';
import type { Place } from './place.ts';
import { ProgramCommands } from './program-commands.ts';
import { ProgramSettings } from './program-settings.ts';
import { settingsIn } from './scope-record.ts';

/** A call and the file it stands in. */
export interface CallSite {
  readonly call: Call;
  readonly module: Module;
  /** Ways on which it calls what was asked for, where it can call others too. */
  readonly ways?: readonly Taken[];
  /** The classes whose objects it makes or calls, where it calls a constructor or an object. */
  readonly makes?: readonly Place[];
}

/** A class and the file it stands in. */
export interface ClassSite extends Named<ClassDefinition> {
  readonly module: Module;
}

/** What came of a repository whose files are others now. */
export interface FileChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Those that import something else by it. */
  readonly importers: readonly string[];
  /** Whether other folders are the roots of projects now. */
  readonly areProjectsNew: boolean;
}

/** Takes what a file says into the program, where it can be read at once. */
export type Supply = (file: string) => boolean;

/**
 * The files of a repository as one program. The facts of a file may be let go and come back: what an answer needs of a
 * file whose facts are not here is supplied. What cannot be is noted in `wanted`, so that whoever may wait for it can
 * ask again.
 */
export class Program {
  #tree: FileTree;
  #copies: LibraryCopies = new Map();
  readonly #held = new HeldFacts();
  readonly #outlines = new OutlineIndex((name, from, language) => this.#tree.modules(name, from, language));
  readonly notes = new Notes();
  /** What its commands give to scripts and to the environment. */
  readonly commands = new ProgramCommands(this.notes, this.#outlines, () => this.#tree);
  /** What its files of settings stand for. */
  readonly settings = new ProgramSettings(
    this.notes,
    file => this.#dataOf(file),
    () => this.#tree,
  );
  /** Brings what is not here, where it can. */
  #supply: Supply | undefined;
  readonly wanted = new Set<string>();
  /** Whether the search under way asked for more than may be held: some of its answers are not whole. */
  isCut = false;

  /** `files`: every path of the repository that can be read. */
  constructor(files: ReadonlySet<string>) {
    this.#tree = new FileTree(files);
  }

  /** Whether these are the files that it was told of. */
  hasFiles(files: ReadonlySet<string>): boolean {
    return this.#tree.hasFiles(files);
  }

  /** Other files may be there now. What lies in a copy of a library counts as the library's. */
  setFiles(
    files: ReadonlySet<string>,
    copies: LibraryCopies,
    projects: ReadonlySet<string> = new Set(),
  ): FileChanges {
    const added = [...files].filter(file => !this.#tree.files.has(file));
    const removed = [...this.#tree.files].filter(file => !files.has(file));
    this.#copies = copies;
    this.#held.forgetEmpty();
    const areProjectsNew = !this.#tree.hasProjects(projects);
    const areFilesNew = added.length + removed.length > 0;
    if (areFilesNew || areProjectsNew) this.#tree = new FileTree(files, projects);
    return { added, removed, importers: areFilesNew ? this.#outlines.traceAgain() : [], areProjectsNew };
  }

  /** Takes a file's facts into the program, and what it says as a file of data: JSON, YAML, TOML. */
  load(file: string, module: Module | undefined, data: Expression | undefined, size: number): void {
    this.#held.set(file, module, data, size);
  }

  /** Lets go of a file's facts; who needs them has them read again. */
  unload(file: string): void {
    this.#held.delete(file);
  }

  /** Nothing is there to be read. */
  setEmpty(file: string): void {
    this.#held.setEmpty(file);
  }

  /** Takes what is to be known of a file whether or not its facts are here; undefined where it has no part in anything. */
  describe(file: string, outline: Outline | undefined): void {
    this.#outlines.set(file, outline);
  }

  outline(file: string): Outline | undefined {
    return this.#outlines.get(file);
  }

  /** Of an outline, what says something about other files of the program. */
  ownPart(file: string): Outline | undefined {
    return this.#outlines.ownPart(file);
  }

  /**
   * Whether a file as it is outlined can hold part of the answer to a question, or hands on what is asked about: it calls or
   * imports the name, and can know its file.
   */
  mayAnswer(outline: Outline, file: string, question: CallQuestion): boolean {
    const named = namedBy(question.name);
    const isNamed = named !== undefined && importsName(outline, named);
    if (!isNamed && !doesCall(outline, question.name)) return false;
    if (file === question.file) return true;
    const handers = this.#outlines.handersOf(question);
    return outline.imports.some(name =>
      this.#tree
        .modules(name, file, outline.language)
        .some(imported => imported === question.file || handsOn(imported) || handers.has(imported)),
    );
  }

  /** The search of another file begins. */
  begin(): void {
    this.#held.begin();
    this.isCut = false;
  }

  /** Answers are kept from now on: none of those before. */
  beginAnswers(): void {
    this.#held.beginAnswers();
  }

  /** Whether the answers kept since may lead to more files than should be held on to. */
  get areAnswersMany(): boolean {
    return this.#held.areAnswersMany;
  }

  /** Lets go of facts until few enough are held. */
  trim(): void {
    this.#held.begin();
    this.#held.trim();
  }

  /** The facts of a file, where they are here. */
  module(file: string): Module | undefined {
    return this.#held.module(file);
  }

  /** Runs `read`, with `supply` asked for what is not here. */
  supplied<T>(supply: Supply | undefined, read: () => T): T {
    const outer = this.#supply;
    this.#supply = supply;
    try {
      return read();
    } finally {
      this.#supply = outer;
    }
  }

  /** What nobody can bring at once is wanted. */
  #isSupplied(file: string): boolean {
    const isHere = this.#supply?.(file) === true;
    if (!isHere) this.wanted.add(file);
    return isHere;
  }

  /** The module of the repository that an import names; undefined for a library's, and for one that is not here. */
  imported(name: string, from: Module): Module | undefined {
    const file = this.fileOf(name, from);
    if (file === undefined || copyAround(file, this.#copies) !== undefined) return undefined;
    return this.needed(file);
  }

  /** The facts of a file; where they are not here, somebody is told that they are wanted. */
  needed(file: string): Module | undefined {
    return this.#brought(file, () => this.module(file));
  }

  /** What is held of a file, or can be brought. */
  #brought<T>(file: string, held: () => T | undefined): T | undefined {
    this.notes.file(file);
    if (this.#held.isEmpty(file)) return undefined;
    if (!this.#held.mayUse(file)) {
      this.isCut = true;
      return undefined;
    }
    const known = held();
    if (known) return known;
    const supplied = this.#isSupplied(file) ? held() : undefined;
    this.#held.trim();
    return supplied;
  }

  /** What a module that is a file of data says: `import config from './config.json'`. */
  importedData(name: string, from: Module): Data | undefined {
    const file = this.fileOf(name, from);
    return file?.endsWith('.json') ? this.#dataOf(file) : undefined;
  }

  /** The file of the repository that an import names, read or not. */
  fileOf(name: string, { file, facts: { language, searched = [] } }: Module): string | undefined {
    for (const one of [name, ...namesInFolders(name, searched)]) {
      const found = this.#tree.module(one, file, language);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The library that an import names by the folder of a copy: what it is imported by elsewhere. */
  copied(name: string, from: Module): string | undefined {
    const file = this.fileOf(name, from);
    const folder = file === undefined ? undefined : copyAround(file, this.#copies);
    return folder === undefined ? undefined : this.#copies.get(folder);
  }

  /** A data file by the path the code opens, relative to the file, to a folder above it, or to the root, also of another machine. */
  data(path: string, from: Module): Data | undefined {
    const file = this.#tree.near(path, from.file);
    if (file !== undefined) return this.#dataOf(file);
    this.notes.flag(absentToken(path));
    const elsewhere = this.#tree.ofOtherMachine(path, from.file);
    return elsewhere === undefined ? undefined : this.#dataOf(elsewhere);
  }

  /** What the files of the same kind beside a data file say. */
  dataBeside(file: string): readonly Data[] {
    // A file that is new there may be one of them.
    this.notes.flag(absentToken(folderOf(file)));
    return this.#tree.beside(file).flatMap(other => this.#dataOf(other) ?? []);
  }

  /** The folders below one that hold files of an ending, seen from there. */
  foldersBelow(folder: string, ending: string): readonly string[] {
    // What is new there may lie in one of them.
    this.notes.flag(absentToken(folder));
    const start = folder === '' ? 0 : folder.length + 1;
    return this.#tree.foldersBelow(folder, ending).map(below => below.slice(start));
  }

  /** Of a file of Python that is read as settings, what it names at its top: `Config.fromfile("net.py")`. */
  #dataOf(file: string): Data | undefined {
    if (file.endsWith('.py')) {
      const module = this.needed(file);
      return module && settingsIn(module);
    }
    return this.#brought(file, () => this.#held.data(file));
  }

  /** What the file says that a value of settings is written in. */
  dataIn({ file }: Module): Expression | undefined {
    return this.#dataOf(file)?.expression;
  }

  /** Whether a path names a file or a folder of the repository, seen from its root or from a file. */
  hasPath(path: string, file: string): boolean {
    // It may come and go.
    this.notes.flag(absentToken(path));
    return this.#tree.hasPath(path, file);
  }

  /** The files that a file itself imports. */
  importedBy(file: string): readonly string[] {
    this.notes.file(file);
    return this.#outlines.importsOf(file);
  }

  /** A file and those that it imports, itself or through others, but for copies of libraries; each with who imports it. */
  #reachedFrom(file: string): ReadonlyMap<string, string | undefined> {
    return this.#outlines.reachedFrom(file, other => copyAround(other, this.#copies) === undefined);
  }

  /** Whether a file imports another, itself or through others. */
  imports(from: string, file: string): boolean {
    const reached = this.#reachedFrom(from);
    const isReached = reached.has(file);
    const way = isReached ? wayTo(file, reached) : reached.keys();
    for (const one of way) this.notes.file(one);
    return isReached;
  }

  /** A file and those that it imports, itself or through others, which call something by a name. */
  callingAmongImports(from: string, name: string): readonly string[] {
    const reached = this.#reachedFrom(from);
    for (const one of reached.keys()) this.notes.file(one);
    return [...reached.keys()].filter(file => {
      const outline = this.#outlines.get(file);
      return outline !== undefined && doesCall(outline, name);
    });
  }

  /** Calls of a function of the program, by its name, from wherever it can be called. */
  callSites(question: CallQuestion): readonly CallSite[] {
    return this.#answerers(question).flatMap(({ name, module }) =>
      (module.calls.get(name) ?? []).map(call => ({ call, module })),
    );
  }

  /** Classes that extend a class of this name and file. */
  subclasses({ name, file }: CallQuestion): readonly ClassSite[] {
    return this.#answerers({ name: extensionOf(name), file }).flatMap(({ name: base, module }) =>
      (module.subclasses.get(namedBy(base) ?? '') ?? []).map(named => ({ ...named, module })),
    );
  }

  /** The files that import something of a file by its name: who imports one of them may have from it what is made of that. */
  handers({ name, file }: CallQuestion): readonly string[] {
    const question = { name: importOf(name), file };
    this.notes.question(question);
    const handers = this.#outlines.callers(question);
    // Whoever searches a file again when all are known sees by these that the answer knew them.
    for (const hander of handers) this.notes.file(hander);
    return handers;
  }

  /** The files that hold a function or a class of the program, each under the name by which it does. */
  holding({ name, file }: CallQuestion): readonly { readonly name: string; readonly module: Module }[] {
    return this.#answerers({ name: holderOf(name), file });
  }

  /** The files that hand a function of the program to calls, each under the name by which it does. */
  handing({ name, file }: CallQuestion): readonly { readonly name: string; readonly module: Module }[] {
    return this.#answerers({ name: handingOf(name), file }).map(({ name: handed, module }) => ({
      name: namedBy(handed) ?? handed,
      module,
    }));
  }

  /** The files that can answer a question, each with the name by which it has what is asked about. */
  #answerers(question: CallQuestion): readonly { readonly name: string; readonly module: Module }[] {
    return this.#outlines.askedAs(question).flatMap(one => {
      this.notes.question(one);
      return this.#outlines.callers(one).flatMap(file => {
        const module = this.needed(file);
        return module ? [{ name: one.name, module }] : [];
      });
    });
  }

  /** The files whose command lines declare a flag. */
  declarers(flag: string): readonly string[] {
    this.notes.flag(flag);
    return this.#outlines.declarers(flag);
  }

  /** Whether a file names what makes objects which load: `HfFileSystem`. */
  namesMaker(maker: string): boolean {
    return this.declarers(namedMakerToken(maker)).length > 0;
  }

  /** Whether the face of a package offers what a file defines, to whoever uses the package. */
  isOffered(file: string): boolean {
    this.notes.flag(offeredToken(file));
    return this.#outlines.isOffered(file);
  }

  /** Whether another file may import a file, by what its module is called. */
  isImported(file: string): boolean {
    const importers = this.handers({ name: lastNameOf(file).replace(/\.\w+$/, ''), file });
    return isPackageFace(file) || importers.length > 0;
  }

  /** The files that can answer a question about calls. */
  callers(question: CallQuestion): readonly string[] {
    return this.#outlines.askedAs(question).flatMap(one => this.#outlines.callers(one));
  }
}
