import type { Call, Expression } from '../model/syntax.ts';
import { classMember, isProperty } from './class-parts.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { isSelf } from './names.ts';
import { at, insideCalled, type Place, placeOf } from './place.ts';
import { enclosingClass } from './scopes.ts';

/**
 * `Settings(record)` of a class that asks a mapping for what it lacks itself, which its constructor keeps: the entries of
 * the mapping are its fields.
 */
export function wrappedMapping(
  evaluator: Evaluator,
  place: Place,
  call: Call,
  { expression, module, choices }: Place,
): readonly Place[] {
  if (call.arguments.length === 0) return [];
  const owner = placeOf(expression, module);
  const kept = ['__getattr__', '__getitem__'].flatMap(name =>
    (classMember(evaluator, owner, name) ?? []).flatMap(keptMapping),
  );
  if (kept.length === 0) return [];
  return (classMember(evaluator, owner, '__init__') ?? []).flatMap(method => {
    const { expression: made } = method;
    const inside =
      made.kind === 'function' && insideCalled({ ...place, choices }, call, made.scope, method.module);
    if (!inside) return [];
    const values = kept.filter(one => one.module === method.module).map(({ value }) => value);
    return [...new Set(values)]
      .flatMap(value => evaluator.follow(at(inside, value)))
      .filter(end => end.expression.kind === 'record');
  });
}

interface Kept {
  readonly value: Expression;
  readonly module: Module;
}

/** What a class keeps in the field that a method asks for the name it is asked for itself. */
function keptMapping({ expression: method, module }: Place): readonly Kept[] {
  if (method.kind !== 'function') return [];
  const scope = enclosingClass(module, method.scope);
  const name = module.facts.scopes[method.scope]?.bindings.find(({ index }) => index === 1)?.name;
  if (scope === undefined || name === undefined) return [];
  const fields = method.returns.flatMap(value => askedField(value, name) ?? []);
  return fields
    .flatMap(field => behindProperty(module, scope, field))
    .flatMap(field => valuesOf(module, scope, field))
    .map(value => ({ value, module }));
}

/** A field, or the one that a property of that name gives: `return self._fields`. */
function behindProperty(module: Module, scope: number, field: string): readonly string[] {
  const bound = module.bindings[scope]?.get(field) ?? [];
  const read = bound.flatMap(({ value }) => (isProperty(value) ? value.returns : []));
  return read.length > 0 ? read.flatMap(value => ownField(value) ?? []) : [field];
}

/** `_fields` of `self._fields[name]`, `getattr(self._fields, name)`, and `self._fields.get(name)`. */
function askedField(value: Expression, name: string): string | undefined {
  if (value.kind === 'index') return isName(value.index, name) ? ownField(value.object) : undefined;
  if (value.kind !== 'call') return undefined;
  const { callee, arguments: given } = value;
  const [first, second] = given.map(one => one.value);
  if (callee.kind === 'name')
    return callee.name === 'getattr' && isName(second, name) ? ownField(first) : undefined;
  const isAsking = callee.kind === 'member' && /^(get|__getattr__|__getitem__)$/.test(callee.property);
  return isAsking && isName(first, name) ? ownField(callee.object) : undefined;
}

function isName(value: Expression | undefined, name: string): boolean {
  return value?.kind === 'name' && value.name === name;
}

function ownField(value: Expression | undefined): string | undefined {
  const isOwn = value?.kind === 'member' && value.object.kind === 'name' && isSelf(value.object.name);
  return isOwn ? value.property : undefined;
}

/** What a class's own code sets a field of `self` to, also past its own `__setattr__`. */
function valuesOf(module: Module, scope: number, field: string): readonly Expression[] {
  const bound = module.bindings[scope]?.get(field) ?? [];
  const set = (module.calls.get('__setattr__') ?? []).flatMap(call => {
    const [name, value] = call.arguments.slice(-2).map(one => one.value);
    const isMeant = name?.kind === 'string' && name.value === field;
    return isMeant && value && enclosingClass(module, call.scope) === scope ? value : [];
  });
  return [...bound.flatMap(({ value }) => value ?? []), ...set];
}
