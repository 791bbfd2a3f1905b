import type { CommandModel } from '../loaders/commands/tool.ts';
import { anyScript } from './command-texts.ts';
import {
  type CommandReaders,
  type CommandRows,
  type CommandScript,
  CommandValues,
  flagToken,
  outputFlags,
  type ScriptFlag,
  type Setting,
  scriptToken,
  variableToken,
} from './command-values.ts';
import { absentToken } from './dependencies.ts';
import type { FileScan } from './file-scan.ts';
import type { FileTree } from './file-tree.ts';
import { ImageFiles, imagesToken } from './image-files.ts';
import { type Module, moduleOfData } from './module.ts';
import { folderOf, isAround, join, lastNameOf } from './module-path.ts';
import type { Notes } from './notes.ts';
import type { OutlineIndex } from './outline-index.ts';

/** Scripts that get one flag, as far as anybody looks. */
const maxScripts = 60;

/** What the commands of a program's files give to its scripts and to the environment. */
export class ProgramCommands {
  readonly #values = new CommandValues();
  readonly #images = new ImageFiles();
  /** By file, what its commands give to scripts that they may mean by their places in an image. */
  readonly #inImages = new Map<string, readonly CommandModel[]>();
  readonly #notes: Notes;
  readonly #outlines: OutlineIndex;
  readonly #tree: () => FileTree;

  constructor(notes: Notes, outlines: OutlineIndex, tree: () => FileTree) {
    this.#notes = notes;
    this.#outlines = outlines;
    this.#tree = tree;
  }

  /** Takes what a file's commands give, and put into images; tells who may read it, now or before. */
  set(file: string, { models, copied }: Pick<FileScan, 'models' | 'copied'>): CommandReaders {
    if (models.some(({ script }) => script && pathsInImage(script).length > 0))
      this.#inImages.set(file, models);
    else this.#inImages.delete(file);
    const areImagesNew = this.#images.set(file, copied);
    const readers = [this.#give(file, models)];
    if (!areImagesNew) return joined(readers);
    for (const [other, given] of this.#inImages) {
      const isMeant = other !== file && isAround(folderOf(file), other);
      if (isMeant) readers.push(this.trace(other, given) ?? { scripts: [], names: [] });
    }
    return joined([...readers, { scripts: [], names: [imagesToken] }]);
  }

  #give(file: string, models: readonly CommandModel[]): CommandReaders {
    const module = moduleOfData(file);
    return this.#values.set(module, models, script => this.scriptFile(script, module));
  }

  /** Finds the scripts of a file's commands again, where files are others now; undefined where they are the same. */
  trace(file: string, models: readonly CommandModel[]): CommandReaders | undefined {
    const before = this.#values.scriptsFrom(file);
    const readers = this.#give(file, models);
    const now = this.#values.scriptsFrom(file);
    return now.size === before.size && [...now].every(script => before.has(script)) ? undefined : readers;
  }

  /** The file that a command means by a script's path or a module's name. */
  scriptFile(script: CommandScript, from: Module): string | undefined {
    const tree = this.#tree();
    for (const path of pathsInImage(script)) {
      this.#notes.flag(imagesToken);
      const file = this.#images.fileAt(path, from.file, tree);
      if (file !== undefined) return file;
    }
    return tree.script(script, from.file);
  }

  /** The files whose command lines may start a script. */
  starters(script: string): readonly string[] {
    const name = lastNameOf(script);
    for (const one of [name, anyScript]) this.#notes.flag(scriptToken(one));
    // Another file of that name may be the one that they mean.
    this.#notes.flag(absentToken(name));
    const tree = this.#tree();
    return this.#outlines.starters(name, file => tree.areTogether(file, script));
  }

  /** What files of the repository set a variable of the environment to. */
  environment(variable: string): readonly Setting[] {
    this.#notes.flag(variableToken(variable));
    return this.#values.environment(variable);
  }

  /** The flags that the repository's command lines give to a script. */
  flagsOf(script: string): readonly ScriptFlag[] {
    this.#notes.file(script);
    return this.#values.flagsOf(script);
  }

  /** The repository's command lines that start a script. */
  rowsOf(script: string): CommandRows {
    this.#notes.file(script);
    return this.#values.rowsOf(script);
  }

  /** Scripts that the repository's command lines give a flag. */
  scriptsGiven(flag: string): readonly string[] {
    this.#notes.flag(flagToken(flag));
    return this.#values.scriptsGiven(flag).slice(0, maxScripts);
  }

  /** Whether the repository's command lines let scripts write to a path, or to a folder it lies in. */
  isOutput(path: string): boolean {
    for (const flag of outputFlags) this.#notes.flag(flagToken(flag));
    return this.#values.isOutput(path);
  }
}

/** Where a script is, if that is a place of its own and none that is seen from another. */
function pathsInImage({ path, folder, isModule }: CommandScript): readonly string[] {
  const base = isModule ? `${path.replaceAll('.', '/')}.py` : path;
  return [base, ...(folder === undefined ? [] : [join(folder, base)])].filter(one => one.startsWith('/'));
}

function joined(readers: readonly CommandReaders[]): CommandReaders {
  return {
    scripts: [...new Set(readers.flatMap(({ scripts }) => scripts))],
    names: readers.flatMap(({ names }) => names),
  };
}
