import type { ClassDefinition, Expression, FunctionDefinition } from '../model/syntax.ts';
import { isEnum } from './applied-calls.ts';
import { computed, decoration, type FileNames, heldNames, namesOf } from './callee-names.ts';
import { questionToken } from './dependencies.ts';
import type { Module, Named } from './module.ts';
import { lastPartOf } from './module-path.ts';
import { dottedName } from './names.ts';
import { type CallQuestion, holderOf } from './outline.ts';
import type { Program } from './program.ts';

/**
 * By the name of a function or a class, what calls of it go by where something of the file holds it: `@get` where
 * `def get(): return Net`, and the sign of what is looked up where a table or an enumeration has it.
 */
export function holdersIn(
  names: FileNames,
  functions: Iterable<Named<FunctionDefinition>>,
  classes: Iterable<Named<ClassDefinition>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const holders = new Map<string, Set<string>>();
  const hold = (held: readonly string[], by: string): void => {
    for (const one of held) holders.set(one, (holders.get(one) ?? new Set()).add(by));
  };
  for (const { name, definition } of functions) {
    if (name === undefined) continue;
    for (const result of definition.returns) hold(returnedNames(result, names), `${decoration}${name}`);
  }
  const enumerated = [...classes].flatMap(({ definition }) =>
    isEnum(definition) ? (names.facts.scopes[definition.scope]?.bindings ?? []) : [],
  );
  const atTop = names.facts.scopes[0]?.bindings ?? [];
  for (const { value } of enumerated) if (value) hold(tabledNames(value, names), computed);
  for (const { value } of atTop)
    if (value?.kind === 'record' || value?.kind === 'list') hold(tabledNames(value, names), computed);
  return holders;
}

/** What a function that returns it gives to be called. */
function returnedNames(result: Expression, names: FileNames): readonly string[] {
  switch (result.kind) {
    case 'name':
      return namesOf(result, names).flatMap(value => {
        if (value.kind === 'class' || value.kind === 'function') return result.name;
        if (value.kind === 'import') return importedNames(result.name, value.name);
        return value.kind === 'name' && value.name === result.name ? [] : returnedValue(value, names);
      });
    case 'choice':
      return result.options.flatMap(option => returnedNames(option, names));
    default:
      return returnedValue(result, names);
  }
}

function returnedValue(value: Expression, names: FileNames): readonly string[] {
  if (value.kind === 'member') return memberNames(value, names);
  // What makes an object gives none to be called; what a method of another gives nobody knows.
  if (value.kind === 'call' && /^_*[A-Z]|\./.test(dottedName(value.callee)?.replace(/^self\./, '') ?? '.'))
    return [];
  return heldNames(value, '', names).filter(one => one !== 'value');
}

/** `nets.Net` of a module that was imported, `KINDS.NET.value` of an enumeration. */
function memberNames(value: Extract<Expression, { kind: 'member' }>, names: FileNames): readonly string[] {
  const { object, property } = value;
  if (property === 'value') return [computed];
  const isOfModule = object.kind === 'name' && namesOf(object, names).some(({ kind }) => kind === 'import');
  return isOfModule ? [property] : [];
}

const deepest = 3;

/** The functions and classes that a table has. */
function tabledNames(value: Expression, names: FileNames, depth = 0): readonly string[] {
  if (depth > deepest) return [];
  switch (value.kind) {
    case 'list':
      return value.items.flatMap(item => tabledNames(item, names, depth + 1));
    case 'record':
      return value.entries.flatMap(entry => tabledNames(entry.value, names, depth + 1));
    case 'name':
      return namesOf(value, names).flatMap(bound => {
        if (bound.kind === 'class' || bound.kind === 'function') return value.name;
        return bound.kind === 'import' ? importedNames(value.name, bound.name) : [];
      });
    case 'member':
      return memberNames(value, names);
    default:
      return [];
  }
}

function importedNames(own: string, name: string | undefined): readonly string[] {
  return name === undefined ? [own] : [own, lastPartOf(name)];
}

/** Whoever returns what it finds under a name may give anything of a module. */
const anyMember = `${decoration}getattr`;
/** As many ways to hold one function are looked at. */
const maxHolders = 40;

/** What calls of functions and classes go by where others hold them, hand them out, and hand that out again. */
export function heldQuestions(program: Program, asked: readonly CallQuestion[]): readonly CallQuestion[] {
  const found = new Map<string, CallQuestion>();
  const files = new Set(asked.map(({ file }) => file));
  const pending = [...asked, ...[...files].map(file => ({ name: anyMember, file }))];
  for (const one of pending) {
    for (const holder of program.holding(one).flatMap(({ name, module }) => questionsAbout(name, module))) {
      const token = questionToken(holder);
      if (found.has(token) || found.size >= maxHolders) continue;
      found.set(token, holder);
      pending.push(holder);
    }
  }
  return [...found.values()];
}

function questionsAbout(held: string, { holders, file }: Module): readonly CallQuestion[] {
  return [...(holders.get(held.slice(holderOf('').length)) ?? [])].map(name => ({ name, file }));
}
