import { folderOf } from './module-path.ts';

/** As many files of settings may lie near a program before nobody can tell which it reads. */
const maxNear = 60;
/** What stands at the root of a project of its own: settings of other projects are none of its. */
const projectMark = /^(README(\.\w+)?|requirements[\w-]*\.txt|setup\.(py|cfg)|pyproject\.toml)$/i;

/** The files of settings of a program, by what others may make of them. */
export class SettingsIndex {
  /** Those that name known models. */
  readonly #naming = new Set<string>();
  /** By the classes and functions that they have called. */
  readonly #makers = new Map<string, Set<string>>();
  /** By file, what it has called. */
  readonly #made = new Map<string, readonly string[]>();

  /** Takes what a file says instead of what it said before. Tells what may be another answer now. */
  set(file: string, namesModels: boolean, makes: readonly string[]): readonly string[] {
    const wasNaming = this.#naming.delete(file);
    if (namesModels) this.#naming.add(file);
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
    return [...(this.#makers.get(name) ?? [])];
  }

  /** Those that name known models in the nearest folder around a file that has some, no further than its project. */
  near(from: string, ending: RegExp, files: ReadonlySet<string>): readonly string[] {
    const all = [...this.#naming].filter(file => ending.test(file));
    for (let folder = folderOf(from); all.length > 0; folder = folderOf(folder)) {
      const near = folder === '' ? all : all.filter(file => file.startsWith(`${folder}/`));
      if (near.length > 0) return near.length > maxNear ? [] : near;
      if (folder === '' || isProject(folder, files)) break;
    }
    return [];
  }
}

function isProject(folder: string, files: ReadonlySet<string>): boolean {
  for (const file of files)
    if (file.startsWith(`${folder}/`) && projectMark.test(file.slice(folder.length + 1))) return true;
  return false;
}

/** That a file of settings names known models, as `Dependencies` keep it among the flags. */
export const settingsToken = '*';

/** A class or a function that settings may have called, as `Dependencies` keep it among the flags. */
export function makerToken(name: string): string {
  return `=${name}`;
}
