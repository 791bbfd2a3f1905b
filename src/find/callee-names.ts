import type { Binding, Expression, SyntaxFacts } from '../model/syntax.ts';
import { boundValues } from './applied-calls.ts';
import { isImporting } from './named-modules.ts';
import { lastName } from './names.ts';
import { remotelyRun, startedRemotely } from './remote-calls.ts';

/** What calls go by whose callee is looked up or made: `MODELS[kind](path)`. */
export const computed = '[]';
/** Stands before the name of a function whose result is called: `@register("name")`. */
export const decoration = '@';

/** What tells the meaning of a name, as far as its file says. */
export interface FileNames {
  readonly facts: SyntaxFacts;
  readonly bindings: readonly ReadonlyMap<string, readonly Binding[]>[];
  readonly parents: readonly (number | undefined)[];
  /** Whether the program that a name stands in gives it at its top. */
  readonly isTop: (name: Extract<Expression, { kind: 'name' }>) => boolean;
}

/** What programs call a variable that holds a class. */
const holdsClass = /(cls|class|klass|_type|constructor|factory)$/i;

/** The last name of a callee, as written and as the module it comes from calls it, and what else a call of it goes by. */
export function calleeNames(callee: Expression, names: FileNames): readonly string[] {
  if (callee.kind === 'member') {
    const { property } = callee;
    // The member of an enumeration may hold a class.
    return property === 'value' || holdsClass.test(property) ? [property, computed] : [property];
  }
  if (callee.kind === 'call') return [`${decoration}${lastName(callee.callee) ?? ''}`, computed];
  if (callee.kind !== 'name') return [computed];
  const held = namesOf(callee, names).flatMap(value => heldNames(value, callee.name, names));
  return [...new Set([callee.name, ...held])];
}

/** What a call goes by whose callee is held in a variable: `cls = Small if tiny else Large`, `cls = MODELS[kind]`. */
export function heldNames(value: Expression, holder: string, names: FileNames): readonly string[] {
  const run = remotelyRun(value) ?? startedRemotely(value);
  if (run) return heldNames(run, holder, names);
  switch (value.kind) {
    case 'import':
      return value.name === undefined ? [] : [value.name];
    case 'name':
      return [value.name];
    case 'member':
      return value.property === 'value' ? [value.property, computed] : [value.property];
    case 'choice':
      return value.options.flatMap(option => heldNames(option, holder, names));
    case 'index':
    case 'element':
      return lookedUpNames(value, holder, names);
    case 'call':
      return madeNames(value, holder, names);
    default:
      return [];
  }
}

/** `make = get(kind)`: what a function gives, which may be a function or a class. */
function madeNames(
  value: Extract<Expression, { kind: 'call' }>,
  holder: string,
  names: FileNames,
): readonly string[] {
  const made = lastName(value.callee);
  const result = made === undefined ? [] : [`${decoration}${made}`];
  return holdsClass.test(holder) || isOfNamedModule(value, names) ? [...result, computed] : result;
}

/** `getattr(importlib.import_module(path), name)`, `module.__getattribute__(name)`: what a module has that a text names. */
function isOfNamedModule(
  { callee, arguments: [first] }: Extract<Expression, { kind: 'call' }>,
  names: FileNames,
): boolean {
  const name = lastName(callee);
  const module =
    name === 'getattr'
      ? first?.value
      : callee.kind === 'member' && name === '__getattribute__'
        ? callee.object
        : undefined;
  const written = module ? writtenOut(module, names, 0) : [];
  return written.some(one => one.kind === 'call' && isImporting(lastName(one.callee)));
}

/** `MODELS[kind]`, and the item of a list that is written out: `for make in [Small, Large]`. */
function lookedUpNames(
  value: Extract<Expression, { kind: 'index' | 'element' }>,
  holder: string,
  names: FileNames,
): readonly string[] {
  const table = value.kind === 'index' ? value.object : undefined;
  // Most of what is looked up and called is a layer of a net or a function that is handed around.
  const isOfTable = table?.kind === 'name' && names.isTop(table);
  const written = partsOf(value, names, 0).filter(({ kind }) => kind === 'name' || kind === 'member');
  const listed = written.slice(0, maxParts).flatMap(part => heldNames(part, holder, names));
  return isOfTable || holdsClass.test(holder) ? [...listed, computed] : listed;
}

/** As many items of a list are looked at. */
const maxParts = 100;
const deepest = 5;

/** The items of a list, the values of a record, or the cells of its rows, where they are written out. */
function partsOf(value: Expression, names: FileNames, depth: number): readonly Expression[] {
  if (depth > deepest) return [];
  if (value.kind === 'element') return itemsOf(value.of, names, depth + 1);
  if (value.kind !== 'index') return [];
  const { object, index } = value;
  const number = index.kind === 'literal' && typeof index.value === 'number' ? index.value : undefined;
  if (object.kind === 'element' && number !== undefined) return cellsOf(object.of, number, names, depth + 1);
  const written = writtenOut(object, names, depth + 1);
  return written.flatMap(one => {
    if (one.kind === 'record') return one.entries.map(entry => entry.value);
    return one.kind === 'list' ? one.items : [];
  });
}

function itemsOf(list: Expression, names: FileNames, depth: number): readonly Expression[] {
  return writtenOut(list, names, depth).flatMap(one => {
    if (one.kind === 'list') return one.items;
    if (one.kind !== 'call' || one.callee.kind !== 'member' || one.callee.property !== 'values') return [];
    return recordsOf(one.callee.object, names, depth);
  });
}

/** `for name, make in …`: what stands at a place of each row. */
function cellsOf(list: Expression, place: number, names: FileNames, depth: number): readonly Expression[] {
  return writtenOut(list, names, depth).flatMap(one => {
    if (one.kind === 'list')
      return one.items.flatMap(row => (row.kind === 'list' ? (row.items[place] ?? []) : []));
    if (one.kind !== 'call') return [];
    const { callee } = one;
    const name = lastName(callee);
    const columns = one.arguments.map(argument => argument.value);
    if (name === 'zip') return columns[place] ? itemsOf(columns[place], names, depth + 1) : [];
    if (name === 'enumerate') return place === 1 && columns[0] ? itemsOf(columns[0], names, depth + 1) : [];
    return name === 'items' && place === 1 && callee.kind === 'member'
      ? recordsOf(callee.object, names, depth)
      : [];
  });
}

function recordsOf(table: Expression, names: FileNames, depth: number): readonly Expression[] {
  return writtenOut(table, names, depth).flatMap(one =>
    one.kind === 'record' ? one.entries.map(entry => entry.value) : [],
  );
}

/** What an expression is, or what its name is bound to. */
function writtenOut(value: Expression, names: FileNames, depth: number): readonly Expression[] {
  if (value.kind !== 'name') return [value];
  return depth > deepest ? [] : namesOf(value, names).flatMap(bound => writtenOut(bound, names, depth + 1));
}

/** What a name is bound to. */
export function namesOf(
  name: Extract<Expression, { kind: 'name' }>,
  { bindings, parents }: FileNames,
): readonly Expression[] {
  return boundValues(name, bindings, parents);
}
