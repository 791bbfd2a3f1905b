import type { Expression, Store } from '../model/syntax.ts';
import { areApart } from './apart.ts';
import type { Module } from './module.ts';
import { deepestField, type NestedField, nestedRecord } from './nested-record.ts';
import type { Place } from './place.ts';

type Name = Extract<Expression, { kind: 'name' }>;

/** A field that a file sets, however deep: `config.model.name = "x"`. */
interface SetField extends NestedField {
  readonly root: Name;
  readonly span: Store['span'];
}

const known = new WeakMap<Module, ReadonlyMap<string, readonly SetField[]>>();

/**
 * What a file sets on the parts of an object that a name stands for where it is used, as one record; none where it sets
 * nothing.
 */
export function fieldsSetOn(
  { module, expression: use }: Place,
  name: string,
  isMeant: (root: Name) => boolean,
): readonly Expression[] {
  const all = known.get(module) ?? fieldsByRoot(module);
  known.set(module, all);
  const found = (all.get(name) ?? []).filter(
    ({ root, span }) => isMeant(root) && !areApart(module, span, use.span),
  );
  const [first] = found;
  return first ? [nestedRecord(found, first.span)] : [];
}

function fieldsByRoot({ facts }: Module): ReadonlyMap<string, readonly SetField[]> {
  const byRoot = new Map<string, SetField[]>();
  for (const store of facts.stores) {
    const field = store.key === undefined ? setField(store) : undefined;
    const own = field && byRoot.get(field.root.name);
    if (own) own.push(field);
    else if (field) byRoot.set(field.root.name, [field]);
  }
  return byRoot;
}

function setField({ object, property, value, span }: Store): SetField | undefined {
  const path = [property];
  let owner = object;
  for (; owner.kind === 'member'; owner = owner.object) path.unshift(owner.property);
  return owner.kind === 'name' && path.length <= deepestField
    ? { root: owner, path, value, span }
    : undefined;
}
