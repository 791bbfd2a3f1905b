import type { Span } from '../model/source.ts';
import type { Call, Expression } from '../model/syntax.ts';
import { boundValues } from './applied-calls.ts';
import { classesAbove } from './class-bases.ts';
import { entryUnder } from './entries.ts';
import type { Evaluator } from './evaluator.ts';
import { enclosingClass, type Module } from './module.ts';
import { dottedName, isSelf, lastName } from './names.ts';
import { at, hasPassed, type Place, passing } from './place.ts';

/** An object whose fields are the entries of a record, whatever keys that has. */
interface Spread {
  readonly object: Expression;
  readonly from: Expression;
  readonly span: Span;
}

/** Classes above each other that are looked at. */
const maxBases = 8;

const known = new WeakMap<Module, readonly Spread[]>();

/** `for key, value in record.items(): setattr(object, key, value)`, `object.__dict__.update(record)`: a field of such an object. */
export function spreadFields(
  evaluator: Evaluator,
  place: Place,
  object: Expression,
  property: string,
): readonly Place[] {
  const path = dottedName(object);
  const values = valuesOf(evaluator, place, property, spread => dottedName(spread.object) === path);
  return values.filter(({ expression }) => expression.kind !== 'opaque');
}

/** The same of the objects of a class, whose own methods do so: what nobody can list may have any field. */
export function spreadOwnFields(
  evaluator: Evaluator,
  owner: Place,
  property: string,
  hops = 0,
): readonly Place[] {
  const { expression, module } = owner;
  if (expression.kind !== 'class' || hops > maxBases) return [];
  const above = classesAbove(evaluator, owner).flatMap(base =>
    spreadOwnFields(evaluator, base, property, hops + 1),
  );
  const own = valuesOf(
    evaluator,
    owner,
    property,
    ({ object }) =>
      object.kind === 'name' &&
      isSelf(object.name) &&
      enclosingClass(module, object.scope) === expression.scope,
  );
  return [...own, ...above];
}

function valuesOf(
  evaluator: Evaluator,
  place: Place,
  property: string,
  isMeant: (spread: Spread) => boolean,
): readonly Place[] {
  const found = spreadsIn(place.module).filter(spread => isMeant(spread) && !hasPassed(place, spread.span));
  return found.flatMap(({ from, span }) => {
    return evaluator.follow(at(passing(place, span), entryUnder(from, property, span)));
  });
}

/** The objects of a file whose fields are the entries of a record. */
export function spreadsIn(module: Module): readonly Spread[] {
  const before = known.get(module);
  if (before) return before;
  const { calls, stores } = module;
  const found = [
    ...(calls.get('setattr') ?? []).flatMap(call => loopOf(module, call) ?? []),
    ...(calls.get('update') ?? []).flatMap(call => updateOf(call) ?? []),
    ...(stores.get('__dict__') ?? []).map(({ object, value, span }) => ({ object, from: value, span })),
  ];
  known.set(module, found);
  return found;
}

/** `setattr(object, key, value)`, where the loop around it comes to each key of a record. */
function loopOf(module: Module, { arguments: given, span }: Call): Spread | undefined {
  const [object, key] = given.map(({ value }) => value);
  const from = object && key && recordOfKey(module, key);
  return from && { object, from, span };
}

/** The record to each of whose keys a loop comes under a name. */
export function recordOfKey({ bindings, facts }: Module, key: Expression): Expression | undefined {
  if (key.kind !== 'name') return undefined;
  const parents = facts.scopes.map(({ parent }) => parent);
  return boundValues(key, bindings, parents).flatMap(value => recordOfKeys(value) ?? [])[0];
}

/** The record of whose items an expression is the first part, or of whose keys one. */
function recordOfKeys(value: Expression): Expression | undefined {
  const element = value.kind === 'index' ? value.object : value;
  if (element.kind !== 'element') return undefined;
  const { of } = element;
  if (of.kind !== 'call' || of.callee.kind !== 'member') return undefined;
  return /^(items|keys)$/.test(of.callee.property) ? withFieldsOf(of.callee.object) : undefined;
}

/** `settings.__dict__` and what OmegaConf's settings keep their entries in are the settings, as far as keys go. */
function withFieldsOf(record: Expression): Expression {
  const isInner = record.kind === 'member' && /^(__dict__|_content)$/.test(record.property);
  return isInner ? record.object : record;
}

/** `object.__dict__.update(record)`, `vars(object).update(record)`. */
function updateOf({ callee, arguments: [given], span }: Call): Spread | undefined {
  const owner = callee.kind === 'member' ? callee.object : undefined;
  if (!owner || !given) return undefined;
  const fields = owner.kind === 'member' && owner.property === '__dict__' ? owner.object : undefined;
  const object =
    owner.kind === 'call' && lastName(owner.callee) === 'vars' ? owner.arguments[0]?.value : fields;
  return object && { object, from: given.value, span };
}
