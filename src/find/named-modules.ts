import type { Expression, SyntaxFacts } from '../model/syntax.ts';
import { anyModuleOf } from './module-path.ts';
import { lastName } from './names.ts';

/** What `import_module` can be given: `pkg.nets`, or `pkg.nets.Net`, from which code takes the module. */
const moduleName = /^\.*[A-Za-z_]\w*(?:\.\w+)*$/;
/** As many texts are looked at. */
const maxTexts = 500;
const deepest = 4;

/** The start of a text behind which the run has the name of a module: `pkg.nets.`, or what stands before one of a package. */
const packageName = /^\.*[A-Za-z_][\w.]*\.$/;
const isRelative = /^\.(?!\.)/;

/**
 * The modules that a file of Python imports by a text: the one that the call has, or those in its tables and calls. All of
 * a package, where only the run knows which: `import_module(f"pkg.nets.{kind}")`.
 */
export function namedModules({ calls, scopes, language }: SyntaxFacts): readonly string[] {
  if (language !== 'python') return [];
  const importing = calls.filter(({ callee }) => isImporting(lastName(callee)));
  const given = importing.flatMap(({ arguments: [first] }) => (first ? [first.value] : []));
  if (given.length === 0) return [];
  const isWritten = given.every(({ kind }) => kind === 'string');
  const all = isWritten
    ? given
    : [
        ...scopes.flatMap(({ bindings }) => bindings.flatMap(({ value }) => value ?? [])),
        ...calls.flatMap(call => call.arguments.map(({ value }) => value)),
      ];
  const texts = new Set(all.flatMap(value => textsIn(value)));
  const starts = isWritten ? [] : all.flatMap(startIn);
  const around = importing.flatMap(call => call.arguments.flatMap(({ value }) => textsIn(value)));
  return [...[...texts].slice(0, maxTexts).flatMap(withOwner), ...packagesOf(starts, around)];
}

/** What is written of a text before that which only the run knows. */
function startIn(value: Expression): readonly string[] {
  if (value.kind === 'concat') {
    const [first] = value.parts;
    return first?.kind === 'string' ? [first.value] : [];
  }
  const template = value.kind === 'call' && value.callee.kind === 'member' ? value.callee.object : undefined;
  return template?.kind === 'string' ? [template.value.slice(0, template.value.search(/[{%]|$/))] : [];
}

/** All modules of the packages that texts start with; of relative ones also in each that a call may mean them in. */
function packagesOf(starts: readonly string[], around: readonly string[]): readonly string[] {
  const names = new Set<string>();
  const outer = new Set(around);
  for (const start of starts) {
    if (start !== '.' && !packageName.test(start)) continue;
    names.add(anyModuleOf(start));
    if (isRelative.test(start))
      for (const one of outer) if (names.size < maxTexts) names.add(anyModuleOf(one + start));
    if (names.size >= maxTexts) break;
  }
  return [...names];
}

/** Sees whether a name is that of a function which imports the module that a text names. */
export function isImporting(name: string | undefined): boolean {
  return name === 'import_module' || name === '__import__';
}

function textsIn(value: Expression, depth = 0): readonly string[] {
  if (depth > deepest) return [];
  switch (value.kind) {
    case 'string':
      return moduleName.test(value.value) ? [value.value] : [];
    case 'list':
      return value.items.flatMap(item => textsIn(item, depth + 1));
    case 'record':
      return value.entries.flatMap(entry => textsIn(entry.value, depth + 1));
    default:
      return [];
  }
}

const importing = /\b(?:import_module|__import__)\(/;

/** The same of a text that nobody parses: whether something in it imports the module that a text names. */
export function mayImportNamed(text: string): boolean {
  return importing.test(text);
}

const quotedName = /["'](\.*[A-Za-z_]\w*(?:\.\w+)*)["']/g;
const quotedStart = /["'](\.|\.*[A-Za-z_][\w.]*\.)(?=["'{%])/g;

/** The same of a text that nobody parses. */
export function modulesQuotedIn(text: string): readonly string[] {
  if (!mayImportNamed(text)) return [];
  const texts = new Set<string>();
  for (const [, name = ''] of text.matchAll(quotedName)) if (texts.size < maxTexts) texts.add(name);
  const starts = Array.from(text.matchAll(quotedStart), ([, start = '']) => start);
  return [...[...texts].flatMap(withOwner), ...packagesOf(starts, [...texts])];
}

function withOwner(name: string): readonly string[] {
  const dot = name.lastIndexOf('.');
  return dot > 0 && name[dot - 1] !== '.' ? [name, name.slice(0, dot)] : [name];
}
