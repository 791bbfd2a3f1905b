import { compareSpans } from '../model/source.ts';
import type { Binding, Call, Expression } from '../model/syntax.ts';
import { entryOf } from './entries.ts';
import { indexBy } from './index-by.ts';
import type { Module } from './module.ts';
import { isSelf, lastName, textOf } from './names.ts';
import { oncePer } from './once-per.ts';
import { enclosingClass } from './scopes.ts';

const addOne = ['append', 'add', 'push', 'unshift', 'appendleft', 'insert'];
const addAll = ['extend', 'update', 'merge_from_other_cfg'];
/** What grows by more was not written to be read. */
const maxAdditions = 200;
/** Calls that add to lists of one name, before nobody looks at them. */
const maxAppending = 500;

const known = new WeakMap<Binding, readonly Expression[]>();

/** What the calls of a file add to the list or record that a binding gives a name, and the entries it sets. */
export function additions(module: Module, binding: Binding, scope: number): readonly Expression[] {
  const found = known.get(binding) ?? findAdditions(module, binding, scope);
  known.set(binding, found);
  return found;
}

function findAdditions(module: Module, binding: Binding, scope: number): readonly Expression[] {
  const callsOf = (names: readonly string[]) =>
    names
      .flatMap(name => module.calls.get(name) ?? [])
      .filter(call => call.callee.kind === 'member' && isBoundBy(call.callee.object, module, binding, scope));
  const ones = callsOf(addOne).flatMap(call => call.arguments.at(-1)?.value ?? []);
  const all = callsOf(addAll).flatMap(everyOf);
  const set = (module.entries.get(binding.name) ?? [])
    .filter(({ object }) => isBoundBy(object, module, binding, scope))
    .map(({ key, value, span }): Expression => ({ kind: 'record', entries: [{ key, value }], span }));
  return [...ones, ...all, ...set, ...setBelow(module, binding, scope)].slice(0, maxAdditions);
}

/** What fills the empty tables of a table: `tables = {"net": {}}`, `tables["net"][name] = Net`. */
function setBelow(module: Module, binding: Binding, scope: number): readonly Expression[] {
  const { value: tables, name } = binding;
  if (tables?.kind !== 'record') return [];
  return (module.entriesBelow.get(name) ?? []).flatMap(({ object, key, value, span }): Expression | [] => {
    if (object.kind !== 'index' || !isBoundBy(object.object, module, binding, scope)) return [];
    const table = entryOf(tables.entries, textOf(object.index) ?? '').value;
    if (table?.kind !== 'record' || table.entries.length > 0) return [];
    const filled: Expression = { kind: 'record', entries: [{ key, value }], span };
    return { kind: 'record', entries: [{ key: object.index, value: filled }], span };
  });
}

const atTheEnd = ['append', 'push'];

/** By the last name of what grows, the calls of a file that add to the end of a list. */
const appending = oncePer((module: Module) =>
  indexBy(
    [...atTheEnd, 'extend'].flatMap(name => module.calls.get(name) ?? []),
    ({ callee }) => (callee.kind === 'member' ? [lastName(callee.object) ?? ''] : []),
  ),
);

/** What a file adds to the end of a list that a binding gives a name, in order, before it gives the name another one. */
export function appended(module: Module, binding: Binding, scope: number): readonly Expression[] {
  const calls = appending(module).get(binding.name) ?? [];
  if (calls.length === 0 || calls.length > maxAppending) return [];
  const bound = module.bindings[scope]?.get(binding.name) ?? [];
  const next = bound.find(({ span }) => compareSpans(span, binding.span) > 0);
  const own = calls.filter(
    ({ callee, span }) =>
      callee.kind === 'member' &&
      compareSpans(span, binding.span) > 0 &&
      !(next && compareSpans(span, next.span) > 0) &&
      isBoundBy(callee.object, module, binding, scope),
  );
  return own
    .toSorted((a, b) => compareSpans(a.span, b.span))
    .flatMap(call =>
      atTheEnd.includes(lastName(call.callee) ?? '')
        ? call.arguments.map(({ value }) => value)
        : everyOf(call),
    )
    .slice(0, maxAdditions);
}

/** `items.extend(more)` adds each item, `options.update(more, model="x")` each entry. */
function everyOf({ callee, arguments: given, span }: Call): readonly Expression[] {
  const isRecord = callee.kind === 'member' && callee.property !== 'extend';
  return given.flatMap(({ name, value }): Expression | readonly Expression[] => {
    if (!isRecord) return { kind: 'element', of: value, span: value.span };
    if (name === undefined || name === '**') return value;
    const key = { kind: 'string', value: name, span: value.span } as const;
    return { kind: 'record', entries: [{ key, value }], span };
  });
}

/** Whether an expression is the name that a binding binds, or the member of `self` it sets. */
export function isBoundBy(
  object: Expression,
  module: Module,
  { name, kind }: Binding,
  scope: number,
): boolean {
  if (object.kind === 'name')
    return kind !== 'member' && object.name === name && ownerOf(object, module) === scope;
  if (object.kind !== 'member' || object.property !== name || object.object.kind !== 'name') return false;
  return isSelf(object.object.name) && enclosingClass(module, object.object.scope) === scope;
}

/** The scope whose binding a name means. */
export function ownerOf(
  { name, scope }: Extract<Expression, { kind: 'name' }>,
  module: Module,
): number | undefined {
  let current: number | undefined = scope;
  while (current !== undefined && !module.bindings[current]?.has(name)) {
    current = module.facts.scopes[current]?.parent;
  }
  return current;
}
