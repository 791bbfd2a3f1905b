import type { Expression, SyntaxFacts } from '../model/syntax.ts';
import { anyModuleOf } from './module-path.ts';
import { lastName } from './names.ts';

/** What `import_module` can be given: `pkg.nets`, or `pkg.nets.Net`, from which code takes the module. */
const moduleName = /^\.*[A-Za-z_]\w*(?:\.\w+)*$/;
/** As many texts are looked at. */
const maxTexts = 500;
const deepest = 4;

/** The start of a text behind which the run has the name of a module: `pkg.nets.`. */
const packageName = /^\.*[A-Za-z_][\w.]*\.$/;

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
  const packages = new Set(isWritten ? [] : all.flatMap(packageIn));
  const around = importing.flatMap(call => call.arguments.flatMap(({ value }) => textsIn(value)));
  return [...[...texts].slice(0, maxTexts).flatMap(withOwner), ...modulesOf(packages, around)];
}

/** What stands before the name of a module that only the run knows. */
function packageIn(value: Expression): readonly string[] {
  const [first] = value.kind === 'concat' ? value.parts : [];
  const template = value.kind === 'call' && value.callee.kind === 'member' ? value.callee.object : undefined;
  const start =
    first?.kind === 'string'
      ? first.value
      : template?.kind === 'string'
        ? template.value.replace(/[{%].*$/, '')
        : '';
  return packageName.test(start) ? [start] : [];
}

/** All modules of packages, of relative ones in each that a call may mean them in. */
function modulesOf(packages: Iterable<string>, around: readonly string[]): readonly string[] {
  return [...packages].flatMap(name => {
    const [, inner] = /^\.([^.].*)$/.exec(name) ?? [];
    const absolute = inner === undefined ? [] : around.map(outer => `${outer}.${inner}`);
    return [name, ...absolute].slice(0, maxTexts).map(anyModuleOf);
  });
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
const quotedName = /["'](\.*[A-Za-z_]\w*(?:\.\w+)*)["']/g;
const quotedStart = /["'](\.*[A-Za-z_][\w.]*\.)(?=["'{%])/g;

/** The same of a text that nobody parses. */
export function modulesQuotedIn(text: string): readonly string[] {
  if (!importing.test(text)) return [];
  const texts = new Set<string>();
  for (const [, name = ''] of text.matchAll(quotedName)) if (texts.size < maxTexts) texts.add(name);
  const packages = new Set<string>();
  for (const [, start = ''] of text.matchAll(quotedStart)) if (packages.size < maxTexts) packages.add(start);
  return [...[...texts].flatMap(withOwner), ...modulesOf(packages, [...texts])];
}

function withOwner(name: string): readonly string[] {
  const dot = name.lastIndexOf('.');
  return dot > 0 && name[dot - 1] !== '.' ? [name, name.slice(0, dot)] : [name];
}
