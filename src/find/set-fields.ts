import type { Expression, Store } from '../model/syntax.ts';
import { areApart } from './apart.ts';
import type { Module } from './module.ts';
import { textOf } from './names.ts';
import { deepestField, type NestedField, nestedRecord } from './nested-record.ts';
import { oncePer } from './once-per.ts';
import type { Place } from './place.ts';

type Name = Extract<Expression, { kind: 'name' }>;

/** A field that a file sets, however deep: `config.model.name = "x"`, `config["model"]["name"] = "x"`. */
interface SetField extends NestedField {
  readonly root: Name;
  readonly span: Store['span'];
}

/**
 * What a file sets on the parts of an object that a name stands for where it is used, as one record; none where it sets
 * nothing.
 */
export function fieldsSetOn(
  { module, expression: use }: Place,
  name: string,
  isMeant: (root: Name) => boolean,
): readonly Expression[] {
  const found = (fieldsByRoot(module).get(name) ?? []).filter(
    ({ root, span }) => isMeant(root) && !areApart(module, span, use.span),
  );
  const [first] = found;
  return first ? [nestedRecord(found, first.span)] : [];
}

const fieldsByRoot = oncePer(({ facts }: Module): ReadonlyMap<string, readonly SetField[]> => {
  const byRoot = new Map<string, SetField[]>();
  for (const store of facts.stores) {
    const field = setField(store);
    const own = field && byRoot.get(field.root.name);
    if (own) own.push(field);
    else if (field) byRoot.set(field.root.name, [field]);
  }
  return byRoot;
});

/** What sets an entry of the very object adds to it, which is asked for elsewhere. */
function setField({ object, property, key, value, span }: Store): SetField | undefined {
  const isAddition = key !== undefined && (object.kind === 'name' || key.kind !== 'string');
  const path = isAddition ? undefined : pathTo(object);
  if (!path || path.keys.length >= deepestField) return undefined;
  return { root: path.root, path: [...path.keys, property], value, span };
}

/** `config.model` and `config["model"]` lead from a name to a part of what it stands for. */
function pathTo(object: Expression): { readonly root: Name; readonly keys: readonly string[] } | undefined {
  const keys: string[] = [];
  let owner = object;
  while (owner.kind === 'member' || owner.kind === 'index') {
    const key = owner.kind === 'member' ? owner.property : textOf(owner.index);
    if (key === undefined) return undefined;
    keys.unshift(key);
    owner = owner.object;
  }
  return owner.kind === 'name' ? { root: owner, keys } : undefined;
}
