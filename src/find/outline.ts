import type { Language, SyntaxFacts } from '../model/syntax.ts';
import { namesInFolders } from '../parse/python-search-path.ts';
import { flagsOf } from './flag-declarations.ts';
import { handingCalls } from './handed-functions.ts';
import { startedScripts } from './held-scripts.ts';
import { makersAmong } from './makers.ts';
import type { Module } from './module.ts';
import { lastPartOf } from './module-path.ts';
import { namedModules } from './named-modules.ts';
import { remotelyRun } from './remote-calls.ts';
import type { Sketch } from './sketch.ts';

/** What is kept of a file when its facts are let go: enough to tell whether it can call something. */
export interface Outline {
  /** Last names of what it calls, of the classes it extends, and of what it holds, a blank before and behind each. */
  readonly calls: string;
  /** Flags that its command line declares, and what it names that makes objects which load (`namedMakerToken`). */
  readonly flags: readonly string[];
  /** Every module that it imports, and what it imports of each, which may be a module too, as the code writes them. */
  readonly imports: readonly string[];
  /** What it gives another name, by which others may have it from there: `Net Model` of `from .nets import Net as Model`. */
  readonly renames: readonly string[];
  /** Last names of the scripts that its command lines may start: `train.py`. */
  readonly scripts: readonly string[];
  readonly language: Language;
  /** Whether no more than a sketch was made of the file: its calls may be too many, its flags are not known. */
  readonly isSketch: boolean;
}

/** Who calls a function of the program, by its name and the file it stands in. */
export interface CallQuestion {
  readonly name: string;
  readonly file: string;
}

export function outlineOf(module: Module): Outline {
  const { calls, holders, subclasses, facts } = module;
  const imports = [...importedNames(facts), ...handedNames(module.file)];
  const named = [...calls.keys(), ...holders.keys(), ...subclasses.keys(), ...imports.map(lastPartOf)];
  return {
    calls: callsOf(
      [
        ...calls.keys(),
        ...[...holders.keys()].map(holderOf),
        ...[...handingCalls(module).keys()].map(handingOf),
      ],
      subclasses.keys(),
    ),
    flags: [...flagsOf(module).keys(), ...makersAmong(named)],
    imports,
    renames: renamesIn(module.facts),
    scripts: startedScripts(module),
    language: module.facts.language,
    isSketch: false,
  };
}

/** Of a file that by itself neither loads nor names a model: there is nothing to search in it. */
export function outlineOfSketch(file: string, { calls, bases, imports, ...others }: Sketch): Outline {
  const all = [...imports, ...handedNames(file)];
  const flags = makersAmong([...calls, ...bases, ...imports.map(lastPartOf)]);
  return { ...others, calls: callsOf(calls, bases), flags, imports: all, isSketch: true };
}

function callsOf(names: Iterable<string>, bases: Iterable<string>): string {
  return ` ${[...names, ...[...bases].map(extensionOf)].join(' ')} `;
}

/** What stands among the calls of a file that extends a class of this name. */
export function extensionOf(name: string): string {
  return `class:${name}`;
}

/** What stands among the calls of a file that holds a function or a class of this name, or what looks one up. */
export function holderOf(name: string): string {
  return `of:${name}`;
}

/** What stands among the calls of a file that gives calls a function of this name. */
export function handingOf(name: string): string {
  return `to:${name}`;
}

/** What pytest gives a file of tests without an import. */
function handedNames(file: string): readonly string[] {
  return /(^|\/)(test_[^/]*|[^/]*_test)\.py$/.test(file) ? ['conftest'] : [];
}

function importedNames(facts: SyntaxFacts): readonly string[] {
  const { scopes, imports, searched = [], language } = facts;
  const names = new Set([...imports, ...namedModules(facts)]);
  if (language === 'python') {
    for (const { value } of scopes.flatMap(({ bindings }) => bindings)) {
      if (value?.kind !== 'import' || value.name === undefined) continue;
      names.add(value.module.endsWith('.') ? value.module + value.name : `${value.module}.${value.name}`);
    }
  }
  return [...names, ...[...names].flatMap(name => namesInFolders(name, searched))];
}

/** `from .nets import Net as Model`, `Model = Net`. */
function renamesIn({ scopes: [top], language }: SyntaxFacts): readonly string[] {
  if (language !== 'python') return [];
  const renames = (top?.bindings ?? []).flatMap(({ name, value }) => {
    const meant = value && (remotelyRun(value) ?? value);
    const before = meant?.kind === 'import' || meant?.kind === 'name' ? meant.name : undefined;
    return before === undefined || before === name ? [] : `${before} ${name}`;
  });
  return [...new Set(renames)];
}

export function doesCall({ calls }: Outline, name: string): boolean {
  return calls.includes(` ${name} `);
}

/** What a question about who imports a file asks by, where its module is called so. */
export function importOf(module: string): string {
  return `module:${module}`;
}

/** The function, class or module that a question names; undefined for one about what tables hold. */
export function namedBy(name: string): string | undefined {
  return /^(?:class:|module:|to:|(?:of:)?@?)(\w+)$/.exec(name)?.[1];
}

/** Whether a file imports something by its name: whoever imports the file may have it from there. */
export function importsName({ imports }: Outline, name: string): boolean {
  return imports.some(one => lastPartOf(one) === name);
}

/** A file by which others come to what it imports: the face of a package, and a registry, which holds it in tables. */
export function handsOn(file: string): boolean {
  return isPackageFace(file) || /(^|\/)(registry|factory)\.py$/.test(file);
}

/** A file that offers what others define: whoever imports it may call them too. */
export function isPackageFace(file: string): boolean {
  return /(^|\/)(__init__\.pyi?|index\.[cm]?[jt]sx?)$/.test(file);
}
