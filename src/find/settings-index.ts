import type { FileTree } from './file-tree.ts';
import { fitsPattern } from './glob.ts';
import { folderOf, join, lastNameOf, normalize } from './module-path.ts';

/** As many files of settings may lie near a program before nobody can tell which it reads. */
const maxNear = 60;
/** As many may bear one name before nobody looks at all of them. */
const maxNamesakes = 500;

/** The files of settings of a program, by what others may make of them. */
export class SettingsIndex {
  /** Those that name known models. */
  readonly #naming = new Set<string>();
  /** The same by their last names. */
  readonly #namesakes = new Map<string, Set<string>>();
  /** By the classes and functions that they have called. */
  readonly #makers = new Map<string, Set<string>>();
  /** By file, what it has called. */
  readonly #made = new Map<string, readonly string[]>();
  /** Those near a folder, as long as nothing changes. */
  #near = new WeakMap<FileTree, Map<string, readonly string[]>>();

  /** Takes what a file says instead of what it said before. Tells what may be another answer now. */
  set(file: string, namesModels: boolean, makes: readonly string[]): readonly string[] {
    const wasNaming = this.#naming.delete(file);
    const namesakes = this.#namesakes.get(lastNameOf(file)) ?? new Set();
    namesakes.delete(file);
    if (namesModels) {
      this.#naming.add(file);
      this.#namesakes.set(lastNameOf(file), namesakes.add(file));
    }
    if (wasNaming || namesModels) this.#near = new WeakMap();
    const before = this.#made.get(file) ?? [];
    if (before.length + makes.length > 0) this.#setMade(file, before, makes);
    return [...(wasNaming || namesModels ? [settingsToken] : []), ...[...before, ...makes].map(makerToken)];
  }

  #setMade(file: string, before: readonly string[], makes: readonly string[]): void {
    for (const name of before) this.#makers.get(name)?.delete(file);
    for (const name of makes) this.#makers.set(name, (this.#makers.get(name) ?? new Set()).add(file));
    this.#made.set(file, makes);
  }

  /** The files that have a class or a function called. */
  makers(name: string): readonly string[] {
    return [...(this.#makers.get(name) ?? [])].toSorted();
  }

  /** Those that name known models and that a pattern means, seen from a folder around a file: `configs/*.json`. */
  like(from: string, pattern: string): readonly string[] {
    if (!/[^*/.]/.test(pattern)) return [];
    for (let folder = folderOf(from); this.#naming.size > 0; folder = folderOf(folder)) {
      const wanted = normalize(join(folder, pattern));
      const like = [...this.#naming].filter(file => fitsPattern(file, wanted));
      if (like.length > 0) return like.length > maxNear ? [] : like.toSorted();
      if (folder === '') break;
    }
    return [];
  }

  /**
   * Those of a file's name that name known models, where one folder on the way is another: `recipes/small/train.yaml`. What
   * lies in another project is none of its.
   */
  namesakes(file: string, tree: FileTree): readonly string[] {
    const named = this.#namesakes.get(lastNameOf(file)) ?? new Set();
    // Where hundreds bear one name, it is the name of every such file.
    if (named.size > maxNamesakes) return [];
    const folders = file.split('/');
    const alike = [...named].filter(other => countOthers(other.split('/'), folders) === 1);
    const own = alike.filter(other => tree.areTogether(other, file));
    return own.length > maxNear ? [] : own.toSorted();
  }

  /** Those that name known models in the nearest folder around a file that has some, no further than its project. */
  near(from: string, ending: RegExp, tree: FileTree): readonly string[] {
    const known = this.#near.get(tree) ?? new Map<string, readonly string[]>();
    this.#near.set(tree, known);
    const question = `${ending.source} ${folderOf(from)}`;
    const answer = known.get(question) ?? this.#nearest(folderOf(from), ending, tree);
    known.set(question, answer);
    return answer;
  }

  #nearest(start: string, ending: RegExp, tree: FileTree): readonly string[] {
    const all = [...this.#naming].filter(file => ending.test(file));
    for (let folder = start; all.length > 0; folder = folderOf(folder)) {
      const near = folder === '' ? all : all.filter(file => file.startsWith(`${folder}/`));
      if (near.length > 0) return near.length > maxNear ? [] : near.toSorted();
      if (folder === '' || tree.isProject(folder)) break;
    }
    return [];
  }
}

/** How many parts of two paths of one length are others. */
function countOthers(some: readonly string[], others: readonly string[]): number | undefined {
  return some.length === others.length
    ? some.filter((part, index) => part !== others[index]).length
    : undefined;
}

/** That a file of settings names known models, as `Dependencies` keep it among the flags. */
export const settingsToken = '*';

/** Among what settings have called, the files of code that instantiate settings. */
export const instantiators = 'instantiate()';

/** A class or a function that settings may have called, as `Dependencies` keep it among the flags. */
export function makerToken(name: string): string {
  return `=${name}`;
}
