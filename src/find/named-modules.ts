import type { Expression, SyntaxFacts } from '../model/syntax.ts';
import { lastName } from './names.ts';

/** What `import_module` can be given: `pkg.nets`, or `pkg.nets.Net`, from which code takes the module. */
const moduleName = /^\.*[A-Za-z_]\w*(?:\.\w+)*$/;
/** As many texts are looked at. */
const maxTexts = 500;
const deepest = 4;

/** The modules that a file of Python imports by a text: the one that the call has, or those in its tables and calls. */
export function namedModules({ calls, scopes, language }: SyntaxFacts): readonly string[] {
  if (language !== 'python') return [];
  const given = calls.flatMap(({ callee, arguments: [first] }) =>
    isImporting(lastName(callee)) && first ? [first.value] : [],
  );
  if (given.length === 0) return [];
  const isWritten = given.every(({ kind }) => kind === 'string');
  const all = isWritten
    ? given
    : [
        ...scopes.flatMap(({ bindings }) => bindings.flatMap(({ value }) => value ?? [])),
        ...calls.flatMap(call => call.arguments.map(({ value }) => value)),
      ];
  const texts = new Set(all.flatMap(value => textsIn(value)));
  return [...texts].slice(0, maxTexts).flatMap(withOwner);
}

/** Sees whether a name is that of a function which imports the module that a text names. */
function isImporting(name: string | undefined): boolean {
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

/** The same of a text that nobody parses. */
export function modulesQuotedIn(text: string): readonly string[] {
  if (!importing.test(text)) return [];
  const texts = new Set<string>();
  for (const [, name = ''] of text.matchAll(quotedName)) if (texts.size < maxTexts) texts.add(name);
  return [...texts].flatMap(withOwner);
}

function withOwner(name: string): readonly string[] {
  const dot = name.lastIndexOf('.');
  return dot > 0 && name[dot - 1] !== '.' ? [name, name.slice(0, dot)] : [name];
}
