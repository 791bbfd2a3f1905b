import type { SyntaxFacts } from '../model/syntax.ts';
import { flagsOf } from './command-line.ts';
import { scriptsNamedIn } from './command-texts.ts';
import type { Module } from './module.ts';

/** What is kept of a file when its facts are let go: enough to tell whether it can call something. */
export interface Outline {
  /** Last names of what it calls, and of the classes it extends, a blank before and behind each. */
  readonly calls: string;
  /** Flags that its command line declares. */
  readonly flags: readonly string[];
  /** Files of the repository that it imports. */
  readonly imports: readonly string[];
  /** Last names of the scripts that its command lines may start: `train.py`. */
  readonly scripts: readonly string[];
}

/** Who calls a function of the program, by its name and the file it stands in. */
export interface CallQuestion {
  readonly name: string;
  readonly file: string;
}

export function outlineOf(module: Module, fileOf: (imported: string) => string | undefined): Outline {
  const imports = importedNames(module.facts).flatMap(name => fileOf(name) ?? []);
  const extended = [...module.subclasses.keys()].map(extensionOf);
  return {
    calls: ` ${[...module.calls.keys(), ...extended].join(' ')} `,
    flags: [...flagsOf(module).keys()],
    imports: [...new Set(imports)],
    scripts: scriptsNamedIn(module),
  };
}

/** What stands among the calls of a file that extends a class of this name. */
export function extensionOf(name: string): string {
  return `class:${name}`;
}

/** Every module the file imports, and what it imports of each, which may be a module too. */
function importedNames({ scopes, imports, language }: SyntaxFacts): readonly string[] {
  const names = new Set(imports);
  if (language === 'python') {
    for (const { value } of scopes.flatMap(({ bindings }) => bindings)) {
      if (value?.kind !== 'import' || value.name === undefined) continue;
      names.add(value.module.endsWith('.') ? value.module + value.name : `${value.module}.${value.name}`);
    }
  }
  return [...names];
}

export function doesCall({ calls }: Outline, name: string): boolean {
  return calls.includes(` ${name} `);
}

/** Whether a file can hold part of the answer to a question: it calls the name, and can know the file it stands in. */
export function mayAnswer(outline: Outline, file: string, question: CallQuestion): boolean {
  const isNear =
    file === question.file ||
    outline.imports.some(imported => imported === question.file || isPackageFace(imported));
  return isNear && doesCall(outline, question.name);
}

/** A file that offers what others define: whoever imports it may call them too. */
export function isPackageFace(file: string): boolean {
  return /(^|\/)(__init__\.pyi?|index\.[cm]?[jt]sx?)$/.test(file);
}
