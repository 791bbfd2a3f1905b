import type { Expression, RecordEntry, Store } from '../model/syntax.ts';
import type { Module } from './module.ts';

type Name = Extract<Expression, { kind: 'name' }>;

/** A field that a file sets, however deep: `config.model.name = "x"`. */
interface SetField {
  readonly root: Name;
  readonly path: readonly string[];
  readonly value: Expression;
  readonly span: Store['span'];
}

const known = new WeakMap<Module, ReadonlyMap<string, readonly SetField[]>>();

/** What a file sets on the parts of an object that a name stands for, as one record; none where it sets nothing. */
export function fieldsSetOn(
  module: Module,
  name: string,
  isMeant: (root: Name) => boolean,
): readonly Expression[] {
  const all = known.get(module) ?? fieldsByRoot(module);
  known.set(module, all);
  const found = (all.get(name) ?? []).filter(({ root }) => isMeant(root));
  return found.length === 0 ? [] : [recordOf(found)];
}

function fieldsByRoot({ facts }: Module): ReadonlyMap<string, readonly SetField[]> {
  const byRoot = new Map<string, SetField[]>();
  for (const store of facts.stores) {
    const field = store.key === undefined ? setField(store) : undefined;
    if (field) byRoot.set(field.root.name, [...(byRoot.get(field.root.name) ?? []), field]);
  }
  return byRoot;
}

function setField({ object, property, value, span }: Store): SetField | undefined {
  const path = [property];
  let owner = object;
  for (; owner.kind === 'member'; owner = owner.object) path.unshift(owner.property);
  return owner.kind === 'name' ? { root: owner, path, value, span } : undefined;
}

/** What is set on a part comes behind what the part is set to. */
function recordOf(fields: readonly SetField[]): Expression {
  const [first] = fields;
  const span = first?.span ?? nowhere;
  const keys = [...new Set(fields.flatMap(({ path: [key] }) => key ?? []))];
  const entries = keys.map((key): RecordEntry => {
    const own = fields.filter(({ path }) => path[0] === key);
    const set = own.filter(({ path }) => path.length === 1).map(({ value }) => value);
    const inner = own
      .filter(({ path }) => path.length > 1)
      .map(field => ({ ...field, path: field.path.slice(1) }));
    return { key: { kind: 'string', value: key, span }, value: together(set, inner, span) };
  });
  return { kind: 'record', entries, span };
}

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function together(set: readonly Expression[], inner: readonly SetField[], span: Store['span']): Expression {
  const [only, ...others] = set;
  const whole = others.length > 0 ? ({ kind: 'choice', options: set, span } as const) : only;
  if (inner.length === 0) return whole ?? { kind: 'opaque', span };
  const record = recordOf(inner);
  if (!whole || record.kind !== 'record') return record;
  return { ...record, entries: [{ key: undefined, value: whole }, ...record.entries] };
}
