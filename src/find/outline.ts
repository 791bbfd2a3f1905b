import type { SyntaxFacts } from '../model/syntax.ts';
import type { Module } from './module.ts';

/** What is kept of a file when its facts are let go: enough to tell whether it can call something. */
export interface Outline {
  /** Last names of what it calls, a blank before and behind each. */
  readonly calls: string;
  /** Names it imports, and parts of the modules they come from. */
  readonly imports: readonly string[];
}

/** Who calls a function of the program? Only who imports it, its class or its module can. */
export interface CallQuestion {
  readonly name: string;
  /** The file the function stands in. */
  readonly file: string;
  /** Names that a caller elsewhere must import one of. */
  readonly words: readonly string[];
}

export function outlineOf({ facts, calls }: Module): Outline {
  return { calls: ` ${[...calls.keys()].join(' ')} `, imports: importWords(facts) };
}

function importWords({ scopes, imports }: SyntaxFacts): readonly string[] {
  const words = new Set(imports.flatMap(name => name.split(/[./]/)));
  for (const { bindings, starImports } of scopes) {
    for (const { value } of bindings) if (value?.kind === 'import' && value.name) words.add(value.name);
    for (const name of starImports) for (const word of name.split('.')) words.add(word);
  }
  words.delete('');
  return [...words];
}

export function mayAnswer({ calls, imports }: Outline, file: string, question: CallQuestion): boolean {
  const isNear = file === question.file || imports.some(word => question.words.includes(word));
  return isNear && calls.includes(` ${question.name} `);
}

/** What an import of this file must say: its own name, or that of the package it is the face of. */
export function moduleWord(file: string): string {
  const parts = file.replace(/\.\w+$/, '').split('/');
  const last = parts.at(-1) ?? '';
  return last === '__init__' || last === 'index' ? (parts.at(-2) ?? last) : last;
}
