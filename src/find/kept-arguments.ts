import type { Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';
import { at, type Place } from './place.ts';

/** The field of what `namedtuple("Entry", ["name", "size"])` makes: by its name, or by its place. */
export function tupleField(
  evaluator: Evaluator,
  owner: Place,
  call: Extract<Expression, { kind: 'call' }>,
  property: string,
): readonly Place[] | undefined {
  if (call.callee.kind !== 'name' || !mayBeTuple(owner.module, call.callee.name)) return undefined;
  const [made] = evaluator
    .glance(call.callee, owner.module)
    .flatMap(({ expression }) => (expression.kind === 'call' ? expression : []));
  if (!made || lastName(made.callee) !== 'namedtuple') return undefined;
  const index = /^\d+$/.test(property) ? Number(property) : fieldNames(made).indexOf(property);
  const named = call.arguments.find(({ name }) => name === property)?.value;
  const positional = call.arguments.filter(({ name }) => name === undefined)[index]?.value;
  const value = named ?? positional;
  return value ? evaluator.follow(at(owner, value)) : undefined;
}

/** Looking at every function that is called would take long: classes are written large, or made where they are called. */
function mayBeTuple({ bindings: [top] }: Module, name: string): boolean {
  return /^_*[A-Z]/.test(name) || top?.get(name)?.some(({ value }) => value?.kind === 'call') === true;
}

/** `PPOConfig(model_name="org/name").model_name`: objects of settings keep what their constructors are given by name. */
export function keptKeyword(
  evaluator: Evaluator,
  owner: Place,
  call: Extract<Expression, { kind: 'call' }>,
  property: string,
): readonly Place[] | undefined {
  if (
    !/^[A-Z]\w*(Config|Configuration|Args|Arguments|Settings|Options|Params)$/.test(
      lastName(call.callee) ?? '',
    )
  )
    return undefined;
  const given = call.arguments.find(({ name }) => name === property)?.value;
  return given && evaluator.follow(at(owner, given)).map(value => ({ ...value, isByName: true }));
}

function fieldNames({ arguments: [, fields] }: Extract<Expression, { kind: 'call' }>): readonly string[] {
  if (fields?.value.kind === 'string') return fields.value.value.split(/[\s,]+/);
  if (fields?.value.kind !== 'list') return [];
  return fields.value.items.map(item => (item.kind === 'string' ? item.value : ''));
}
