import { compareSpans } from '../model/source.ts';
import type { Binding, Call, Expression } from '../model/syntax.ts';
import type { Module } from './module.ts';
import { isSelf } from './names.ts';
import { enclosingClass } from './scopes.ts';

const addOne = ['append', 'add', 'push', 'unshift', 'appendleft', 'insert'];
const addAll = ['extend', 'update', 'merge_from_other_cfg'];
/** What grows by more was not written to be read. */
const maxAdditions = 200;

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
  // Words of a command follow each other as the file adds them.
  const inOrder = [...ones, ...all, ...set].toSorted((a, b) => compareSpans(a.span, b.span));
  return inOrder.slice(0, maxAdditions);
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
