import { compareSpans, isInside } from '../model/source.ts';
import type { Binding, Expression } from '../model/syntax.ts';
import { ownerOf } from './additions.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { oncePer } from './once-per.ts';
import type { Place } from './place.ts';
import { isHandedOver } from './whole-tables.ts';

type Name = Extract<Expression, { kind: 'name' }>;
type Index = Extract<Expression, { kind: 'index' }>;

/** `files = TABLE[name]`: where a name is looked up, and what gets the answer. */
interface LookUp {
  readonly table: Name;
  readonly name: Name;
  readonly binding: Binding;
}

/**
 * The ends without the texts that are no key of a table in which the code has surely looked the name up before: for those
 * the program ended there. A table of which no text is a key may get its keys from elsewhere.
 */
export function withoutMissingKeys(
  { program }: Evaluator,
  { expression, module }: Place,
  ends: readonly Place[],
): readonly Place[] {
  if (expression.kind !== 'name' || !ends.some(isText)) return ends;
  const lookUps = lookUpsIn(module).get(expression.name) ?? [];
  const tables = lookUps
    .filter(one => surelyRan(one, expression, module))
    .flatMap(({ table }) => tableMeant(table, module) ?? []);
  return [...new Set(tables)].reduce((left, { keys, isShared }) => {
    const kept = left.filter(end => end.expression.kind !== 'string' || keys.has(end.expression.value));
    // Whoever imports the file may add keys to what stands at its top.
    return kept.some(isText) && !(isShared && program.isImported(module.file)) ? kept : left;
  }, ends);
}

function isText({ expression }: Place): boolean {
  return expression.kind === 'string';
}

/** A table that is written out in one place, with all the keys that its file gives it. */
interface Table {
  readonly keys: ReadonlySet<string>;
  /** Whether other files may come to it. */
  readonly isShared: boolean;
}

const knownTables = new WeakMap<Binding, Table | 'unsure'>();

function tableMeant(name: Name, module: Module): Table | undefined {
  const scope = ownerOf(name, module);
  const kind = scope === undefined ? undefined : module.facts.scopes[scope]?.kind;
  const [only, ...others] = (scope === undefined ? undefined : module.bindings[scope]?.get(name.name)) ?? [];
  // A class's table is had by whoever has the class.
  if (!only || others.length > 0 || kind === undefined || kind === 'class') return undefined;
  const known = knownTables.get(only) ?? tableOf(only, module, kind === 'module');
  knownTables.set(only, known);
  return known === 'unsure' ? undefined : known;
}

function tableOf({ name, kind, value }: Binding, module: Module, isShared: boolean): Table | 'unsure' {
  if (kind !== 'assignment' || value?.kind !== 'record' || isHandedOver(name, module)) return 'unsure';
  const keys = value.entries.flatMap(({ key }) => (key?.kind === 'string' ? key.value : []));
  return keys.length === value.entries.length ? { keys: new Set(keys), isShared } : 'unsure';
}

/** Whether a look-up in the same scope comes before a use of the name, in no block that the use is not in, of the same value. */
function surelyRan({ name, binding: { span, within } }: LookUp, use: Name, { bindings }: Module): boolean {
  const isBefore = name.scope === use.scope && compareSpans(name.span, use.span) < 0;
  if (!isBefore || (within && !isInside(use.span, within))) return false;
  // What the name is given further down it may have in the next turn of a loop.
  const last = bindings[use.scope]?.get(use.name)?.at(-1);
  return last === undefined || compareSpans(last.span, span) < 0;
}

/** A name that is looked up more often is asked about no more. */
const maxLookUps = 20;

/** By the name that is looked up. */
const lookUpsIn = oncePer((module: Module): ReadonlyMap<string, readonly LookUp[]> => {
  const found = new Map<string, LookUp[]>();
  for (const lookUp of module.facts.language === 'python' ? allLookUps(module) : []) {
    const { name } = lookUp.name;
    const same = found.get(name) ?? [];
    if (same.length < maxLookUps) same.push(lookUp);
    found.set(name, same);
  }
  return found;
});

function allLookUps({ facts }: Module): readonly LookUp[] {
  const assigned = facts.scopes.flatMap(({ bindings }) =>
    bindings.filter(({ kind }) => kind === 'assignment'),
  );
  return assigned.flatMap(binding =>
    indexesIn(binding.value).flatMap(({ object: table, index: name }) =>
      table.kind === 'name' && name.kind === 'name' ? { table, name, binding } : [],
    ),
  );
}

/** Expressions inside each other that are looked into. */
const deepest = 8;

/** What is looked up wherever the expression is read, whatever any condition in it says. */
function indexesIn(value: Expression | undefined, depth = 0): readonly Index[] {
  if (!value || depth > deepest) return [];
  switch (value.kind) {
    case 'index':
      return [value, ...indexesIn(value.object, depth + 1)];
    case 'member':
      return indexesIn(value.object, depth + 1);
    case 'call':
      return [value.callee, ...value.arguments.map(argument => argument.value)].flatMap(part =>
        indexesIn(part, depth + 1),
      );
    default:
      return [];
  }
}
