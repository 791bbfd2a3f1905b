import type { Language } from '../model/syntax.ts';
import { indexBy } from './index-by.ts';
import { installableFolders } from './installable-folders.ts';
import {
  folderOf,
  isAround,
  join,
  lastNameOf,
  lastPartOf,
  modulePaths,
  nearestOf,
  normalize,
  packagePaths,
  pythonFiles,
} from './module-path.ts';

/** Files of settings in one folder before nobody looks at all of them. */
const maxBeside = 80;
/** Modules of one package before nobody takes them all for what an import may mean. */
const maxModules = 80;
/** Folders of settings below one before nobody looks into them. */
const maxBelow = 60;

/** Scripts of one path in a repository before nobody can tell which of them is meant. */
const maxCopies = 200;

/** What stands at the root of a project of its own: settings of other projects are none of its. */
const projectMark = /^(README(\.\w+)?|requirements[\w-]*\.txt|setup\.(py|cfg)|pyproject\.toml)$/i;

export function isProjectMark(file: string): boolean {
  return projectMark.test(lastNameOf(file));
}

/** Whether pytest imports a file, as a part of the packages that it lies in: those are none that it imports by their last names. */
function isTest(file: string): boolean {
  return /^(test_.*|.*_test|conftest)\.py$/.test(lastNameOf(file));
}

/** A script as a command names it: by its path or a module's name, seen from the folder that the command runs in. */
export interface StartedScript {
  readonly path: string;
  readonly isModule: boolean;
  readonly folder?: string | undefined;
}

/** The paths of a repository's files, by what programs write to mean one of them. */
export class FileTree {
  readonly files: ReadonlySet<string>;
  #folders: ReadonlySet<string> | undefined;
  /** Last names of the modules of Python that the repository has. */
  #moduleNames: ReadonlySet<string> | undefined;
  readonly #foldersBelow = new Map<string, readonly string[]>();
  #installable: ReadonlyMap<string, readonly string[]> | undefined;
  #byFolder: ReadonlyMap<string, readonly string[]> | undefined;
  #byName: ReadonlyMap<string, readonly string[]> | undefined;
  #facesIn: ReadonlyMap<string, readonly string[]> | undefined;
  /** Folders that are told to be the roots of projects of their own. */
  readonly projects: ReadonlySet<string>;
  /** By folder, that of the project it lies in. */
  readonly #projectOf = new Map<string, string>();
  /** What names mean, by language and folder and then by name, so that no key takes room of its own. */
  readonly #modules = new Map<string, Map<string, string | undefined>>();

  constructor(files: ReadonlySet<string>, projects: ReadonlySet<string> = new Set()) {
    this.files = files;
    this.projects = projects;
  }

  /** The files that an import names, seen from another file: one, or all modules of a package where they are few. */
  modules(name: string, from: string, language: Language): readonly string[] {
    const folders = language === 'python' ? packagePaths(name, from) : undefined;
    const file = folders ? undefined : this.module(name, from, language);
    if (file !== undefined) return [file];
    for (const folder of folders ?? []) {
      const all = this.#modulesIn(folder);
      const others = all.filter(one => one !== from);
      if (all.length > 0) return others.length > maxModules ? [] : others.toSorted();
    }
    return [];
  }

  #modulesIn(folder: string): readonly string[] {
    const own = this.#inFolder(folder).filter(file => file.endsWith('.py'));
    return [...own, ...(this.#faces.get(folder) ?? [])];
  }

  /** The faces of packages by the folder that these lie in. */
  get #faces(): ReadonlyMap<string, readonly string[]> {
    const isFace = (file: string): boolean => lastNameOf(file) === '__init__.py' && folderOf(file) !== '';
    this.#facesIn ??= indexBy([...this.files].filter(isFace), file => [folderOf(folderOf(file))]);
    return this.#facesIn;
  }

  /** The file that an import names, seen from another file. */
  module(name: string, from: string, language: Language): string | undefined {
    if (language === 'python' && !this.#mayBeModule(name)) return undefined;
    const above = language === 'python' && isTest(from) ? this.#abovePackages(from) : folderOf(from);
    const place = `${language} ${above} ${folderOf(from)}`;
    const known = this.#modules.get(place) ?? new Map<string, string | undefined>();
    this.#modules.set(place, known);
    if (known.has(name)) return known.get(name);
    const isFromAbove = above !== folderOf(from) && !name.startsWith('.');
    const first = isFromAbove ? modulePaths(name, join(above, 'test.py'), language) : [];
    const found = [...first, ...modulePaths(name, from, language)].find(path => this.files.has(path));
    const file = found ?? (language === 'python' ? this.#installed(name, from) : undefined);
    known.set(name, file);
    return file;
  }

  /**
   * What a script imports that lies in a folder elsewhere, which its author has installed from there: the one folder of the
   * repository that says how and has a package of that name. One that lies nearer has the name first.
   */
  #installed(name: string, from: string): string | undefined {
    this.#installable ??= installableFolders(this.files);
    const [top = ''] = name.split('.');
    const folder = onlyOf(this.#installable.get(top) ?? []);
    if (folder === undefined || modulePaths(top, from, 'python').some(path => this.files.has(path)))
      return undefined;
    return pythonFiles(join(folder, name.replaceAll('.', '/'))).find(path => this.files.has(path));
  }

  /** The folder that pytest imports a file from: the first above it that is no package. */
  #abovePackages(file: string): string {
    let folder = folderOf(file);
    while (folder !== '' && this.files.has(join(folder, '__init__.py'))) folder = folderOf(folder);
    return folder;
  }

  /** Most imports name libraries: of those, no file of the repository bears the last name. */
  #mayBeModule(name: string): boolean {
    this.#moduleNames ??= moduleNamesOf(this.files);
    const last = lastPartOf(name);
    return last === '' || last === '__init__' || this.#moduleNames.has(last);
  }

  /** The file that a command of another one means by a script's path or a module's name. */
  script({ path, isModule, folder }: StartedScript, from: string): string | undefined {
    const base = path.replaceAll('.', '/');
    const paths = isModule ? [`${base}.py`, `${base}/__main__.py`] : [path];
    // Where commands before it lead is known from what is written; that a script of that name lies there is more.
    const inside = folder === undefined || path.startsWith('/') ? [] : paths.map(one => join(folder, one));
    for (const one of [...inside, ...paths]) {
      const file = this.near(one, from) ?? this.only(one);
      if (file !== undefined) return file;
    }
    const moved = isModule ? undefined : this.moved(path, from);
    return moved ?? this.#nearest([...inside, ...paths], isModule ? undefined : path, from);
  }

  /**
   * Of the scripts that a path may mean the one that lies nearest to who names it: a project that a repository has two
   * copies of starts its own. Where two are equally near, nobody can tell, nor where no folder tells which copy's it is.
   */
  #nearest(paths: readonly string[], moved: string | undefined, from: string): string | undefined {
    const [name = '', folder] = moved === undefined ? [] : normalize(moved).split('/').toReversed();
    const below = folder === undefined || moved?.startsWith('/') ? [] : [this.#below(folder, name)];
    const elsewhere = folder === undefined ? [] : [this.#endingIn(`${folder}/${name}`), ...below];
    const told = paths.filter(path => normalize(path).includes('/'));
    for (const files of [...told.map(path => this.#endingIn(path)), ...elsewhere]) {
      const near = files.length > maxCopies ? [] : nearestOf(files, from);
      if (near.length === 1) return near[0];
    }
    return undefined;
  }

  /** A path as a program writes it: seen from the file, from a folder above it, or from the root. */
  near(path: string, from: string): string | undefined {
    // Most paths that programs write are of files elsewhere.
    if (!this.#named.has(lastNameOf(normalize(path)))) return undefined;
    for (let folder = folderOf(from); ; folder = folderOf(folder)) {
      const file = normalize(join(folder, path));
      if (this.files.has(file)) return file;
      if (folder === '') return undefined;
    }
  }

  /** The one file whose path ends like this: commands start in folders that nobody can tell. */
  only(path: string): string | undefined {
    return onlyOf(this.#endingIn(path));
  }

  #endingIn(path: string): readonly string[] {
    const end = normalize(path);
    return (this.#named.get(lastNameOf(end)) ?? []).filter(file => `/${file}`.endsWith(`/${end}`));
  }

  /**
   * The file that a path meant before somebody moved files: the one of that name in a folder of that name, or further below
   * one, or beside who names it, where the path goes through the folder that both lie in.
   */
  moved(path: string, from: string): string | undefined {
    const [name = '', folder, ...above] = normalize(path).split('/').toReversed();
    if (folder === undefined) return undefined;
    const here = folderOf(from);
    const beside = join(here, name);
    const isBeside = [folder, ...above].includes(lastNameOf(here)) && this.files.has(beside);
    const below = path.startsWith('/') ? undefined : onlyOf(this.#below(folder, name));
    return this.only(`${folder}/${name}`) ?? below ?? (isBeside ? beside : undefined);
  }

  /**
   * The file that an absolute path means which is none here: its author's machine has the repository somewhere. It is the
   * one file of the longest end that any has, a folder's name at least.
   */
  ofOtherMachine(path: string, from: string): string | undefined {
    if (!path.startsWith('/') || !this.#named.has(lastNameOf(path))) return undefined;
    const parts = normalize(path).split('/');
    for (let start = 0; start + 1 < parts.length; start += 1) {
      const files = this.#endingIn(parts.slice(start).join('/'));
      const file = onlyOf(files);
      if (files.length > 0) return file !== undefined && this.areTogether(file, from) ? file : undefined;
    }
    return undefined;
  }

  /** The files of a name below folders of a name. */
  #below(folder: string, name: string): readonly string[] {
    return (this.#named.get(name) ?? []).filter(file => `/${folderOf(file)}/`.includes(`/${folder}/`));
  }

  get #named(): ReadonlyMap<string, readonly string[]> {
    this.#byName ??= indexBy([...this.files], file => [lastNameOf(file)]);
    return this.#byName;
  }

  /** The files of the same ending in the same folder, where they are few. */
  beside(file: string): readonly string[] {
    const ending = file.slice(file.lastIndexOf('.'));
    const others = this.#inFolder(folderOf(file)).filter(other => other !== file && other.endsWith(ending));
    return others.length > maxBeside ? [] : others;
  }

  /** The folders below one, however deep, that hold files of an ending and are in no project of their own, where they are few. */
  foldersBelow(folder: string, ending: string): readonly string[] {
    const question = `${ending} ${folder}`;
    const answer = this.#foldersBelow.get(question) ?? this.#findFoldersBelow(folder, ending);
    this.#foldersBelow.set(question, answer);
    return answer;
  }

  #findFoldersBelow(folder: string, ending: string): readonly string[] {
    this.#byFolder ??= indexBy([...this.files], file => [folderOf(file)]);
    const below = [...this.#byFolder]
      .filter(([inner, files]) => isBelow(folder, inner) && files.some(file => file.endsWith(ending)))
      .flatMap(([inner]) => (isBelow(folder, this.#projectAround(inner)) ? [] : inner));
    return below.length > maxBelow ? [] : below.toSorted();
  }

  /** Whether these are the files that it was told of. */
  hasFiles(files: ReadonlySet<string>): boolean {
    return isSame(files, this.files);
  }

  /** Whether these are the folders that it was told of. */
  hasProjects(projects: ReadonlySet<string>): boolean {
    return isSame(projects, this.projects);
  }

  /** Whether a folder is the root of a project of its own. */
  isProject(folder: string): boolean {
    return this.projects.has(folder) || this.#inFolder(folder).some(isProjectMark);
  }

  /** Whether a file lies in another one's project or around it: what a program starts is a part of its own. */
  areTogether(file: string, other: string): boolean {
    const [one, two] = [this.#projectAround(folderOf(file)), this.#projectAround(folderOf(other))];
    return isAround(one, two) || isAround(two, one);
  }

  /** The nearest folder that is the root of a project; the repository itself is one. */
  #projectAround(folder: string): string {
    const known = this.#projectOf.get(folder);
    if (known !== undefined) return known;
    const isRoot = folder === '' || this.isProject(folder);
    const project = isRoot ? folder : this.#projectAround(folderOf(folder));
    this.#projectOf.set(folder, project);
    return project;
  }

  #inFolder(folder: string): readonly string[] {
    this.#byFolder ??= indexBy([...this.files], file => [folderOf(file)]);
    return this.#byFolder.get(folder) ?? [];
  }

  /** Whether a path names a file or a folder, seen from the root or from a file. */
  hasPath(path: string, from: string): boolean {
    this.#folders ??= foldersOf(this.files);
    const paths = [path, join(folderOf(from), path)];
    return paths.some(one => this.files.has(one) || this.#folders?.has(one) === true);
  }
}

function isBelow(folder: string, inner: string): boolean {
  return inner !== folder && isAround(folder, inner);
}

function onlyOf([only, ...others]: readonly string[]): string | undefined {
  return others.length === 0 ? only : undefined;
}

function isSame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size === others.size && [...some].every(one => others.has(one));
}

/** `model` for `lib/model.py` and for `model/__init__.py`. */
function moduleNamesOf(files: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of files) {
    const path = file.replace(/(?:\/__init__)?\.pyi?$/, '');
    if (path !== file) names.add(lastNameOf(path));
  }
  return names;
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
