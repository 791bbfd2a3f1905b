import { compareSpans, type Span } from '../model/source.ts';
import type { Call, Expression } from '../model/syntax.ts';
import { boundValues } from './applied-calls.ts';
import { inLine, lineOf } from './class-bases.ts';
import { entryUnder } from './entries.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { dottedName, isSelf, lastName } from './names.ts';
import { oncePer } from './once-per.ts';
import { at, hasPassed, type Place, passing } from './place.ts';
import { enclosingClass } from './scopes.ts';

/** An object whose fields are the entries of a record, whatever keys that has. */
interface Spread {
  readonly object: Expression;
  readonly from: Expression;
  readonly span: Span;
}

/** `for key, value in record.items(): setattr(object, key, value)`, `object.__dict__.update(record)`: a field of such an object. */
export function spreadFields(
  evaluator: Evaluator,
  place: Place,
  property: string,
  isMeant: (object: Expression) => boolean,
): readonly Place[] {
  const values = valuesOf(evaluator, place, property, ({ object }) => isMeant(object));
  return values.filter(({ expression }) => expression.kind !== 'opaque');
}

/** The same of the objects of a class, whose own methods do so: what nobody can list may have any field. */
export function spreadOwnFields(evaluator: Evaluator, owner: Place, property: string): readonly Place[] {
  return lineOf(evaluator, owner).flatMap(one =>
    valuesOf(
      evaluator,
      inLine(owner, one),
      property,
      ({ object }) =>
        object.kind === 'name' &&
        isSelf(object.name) &&
        enclosingClass(one.module, object.scope) === one.expression.scope,
    ),
  );
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
export const spreadsIn = oncePer((module: Module): readonly Spread[] => {
  const { calls, stores } = module;
  const found = [
    ...(calls.get('setattr') ?? []).flatMap(call => loopOf(module, call) ?? []),
    ...(calls.get('__setattr__') ?? []).flatMap(call => loopOf(module, ofFunction(call)) ?? []),
    ...entryLoopsIn(module),
    ...(calls.get('update') ?? []).flatMap(call => updateOf(call) ?? []),
    ...(stores.get('__dict__') ?? []).map(({ object, value, span }) => ({ object, from: value, span })),
  ];
  return found;
});

/** `setattr(object, key, value)`, where the loop around it comes to each key of a record. */
function loopOf(module: Module, { arguments: given, span }: Call): Spread | undefined {
  const [object, key, value] = given.map(argument => argument.value);
  const from = object && key && recordFor(module, key, value);
  return from && { object, from, span };
}

/** `object.__setattr__(key, value)` does what `setattr(object, key, value)` does. */
function ofFunction(call: Call): Call {
  const { callee, arguments: given } = call;
  const isOwn = callee.kind === 'member' && given.length === 2;
  return isOwn ? { ...call, arguments: [{ value: callee.object }, ...given] } : call;
}

/** `vars(object)[key] = value` and `object.__dict__[key] = value`, also where a name stands for the fields. */
function entryLoopsIn(module: Module): readonly Spread[] {
  const { bindings, facts } = module;
  const byName = facts.stores.filter(({ key }) => key?.kind === 'name');
  const parents = byName.length > 0 ? facts.scopes.map(({ parent }) => parent) : [];
  return byName.flatMap(({ object, key, value, span }) => {
    const values = object.kind === 'name' ? boundValues(object, bindings, parents) : [object];
    const [owner] = values.flatMap(value => ownerOfFields(value) ?? []);
    const from = owner && key && recordFor(module, key, value);
    return from ? { object: owner, from, span } : [];
  });
}

/** The object whose fields `vars(object)` and `object.__dict__` are. */
function ownerOfFields(fields: Expression): Expression | undefined {
  if (fields.kind === 'member') return fields.property === '__dict__' ? fields.object : undefined;
  return fields.kind === 'call' && lastName(fields.callee) === 'vars'
    ? fields.arguments[0]?.value
    : undefined;
}

/** The record of which a field gets the entry of its name. */
function recordFor(module: Module, key: Expression, value: Expression | undefined): Expression | undefined {
  return recordOfKey(module, key) ?? recordWalked(module, key, value);
}

/** `record` of `for key in record`, where what is looked up in it under the key says that it is one: `record[key]`. */
function recordWalked(
  { bindings, facts }: Module,
  key: Expression,
  value: Expression | undefined,
): Expression | undefined {
  if (key.kind !== 'name' || value?.kind !== 'index' || dottedName(value.index) !== key.name)
    return undefined;
  const record = dottedName(value.object);
  const parents = facts.scopes.map(({ parent }) => parent);
  const isWalked = boundValues(key, bindings, parents).some(
    one => one.kind === 'element' && record !== undefined && dottedName(one.of) === record,
  );
  return isWalked ? value.object : undefined;
}

/** The record to each of whose keys a loop comes under a name: of several loops, the last one before its use. */
export function recordOfKey({ bindings, facts }: Module, key: Expression): Expression | undefined {
  if (key.kind !== 'name') return undefined;
  const parents = facts.scopes.map(({ parent }) => parent);
  const records = boundValues(key, bindings, parents).flatMap(value => recordOfKeys(value) ?? []);
  return records.findLast(({ span }) => compareSpans(span, key.span) < 0) ?? records[0];
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
  const object = ownerOfFields(owner);
  return object && { object, from: given.value, span };
}
