import { lastNameOf } from './module-path.ts';
import type { CallQuestion } from './outline.ts';

/** What an answer stands on: when it changes, so may the answer. */
export interface Dependencies {
  readonly files: Set<string>;
  /** Each a name and a file, with a blank between. */
  readonly questions: Set<string>;
  /**
   * Flags whose declarations were looked for anywhere. With a sign before each: flags that scripts are given `-`, scripts
   * that code may start `>`, variables of the environment `$`, names of files that are not there `?`, what settings have
   * called `=`, that settings name known models `*`, files that packages offer `^`, what makes objects that load `+`, and what Dockerfiles put into images `@`.
   */
  readonly flags: Set<string>;
}

export function noDependencies(): Dependencies {
  return { files: new Set(), questions: new Set(), flags: new Set() };
}

/** Makes what one answer stands on part of what another does. */
export function addAll({ files, questions, flags }: Dependencies, to: Dependencies): void {
  for (const file of files) to.files.add(file);
  for (const question of questions) to.questions.add(question);
  for (const flag of flags) to.flags.add(flag);
}

/** How many things an answer stands on. */
export function sizeOf({ files, questions, flags }: Dependencies): number {
  return files.size + questions.size + flags.size;
}

/** A question as `Dependencies` keep it. */
export function questionToken({ name, file }: CallQuestion): string {
  return `${name} ${file}`;
}

/** The question behind what `Dependencies` keep of it. */
export function questionOf(text: string): CallQuestion {
  const blank = text.indexOf(' ');
  return { name: text.slice(0, blank), file: text.slice(blank + 1) };
}

/** A file that the face of a package may offer, by its path or by what an import calls it. */
export function offeredToken(name: string): string {
  const path = name.replace(/(\/(__init__|index))?\.(pyi?|[mc]?[jt]sx?)$/, '').replaceAll('.', '/');
  return `^${lastNameOf(path)}`;
}

/** The name of a file or folder that may come and go, as `Dependencies` keep it among the flags. */
export function absentToken(path: string): string {
  return `?${lastNameOf(path)}`;
}
