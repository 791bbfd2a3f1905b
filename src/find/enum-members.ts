import type { ClassDefinition, Expression, RecordEntry } from '../model/syntax.ts';
import { isEnum } from './applied-calls.ts';
import { classMember, orderedFields, valueOfProperty } from './class-parts.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module, Named } from './module.ts';
import { at, type Place } from './place.ts';

type List = Extract<Expression, { kind: 'list' }>;

/** A field of the member of an enumeration that a tuple makes: `Kind.SMALL.model_name`. */
export function memberField(
  evaluator: Evaluator,
  owner: Place,
  list: List,
  property: string,
): readonly Place[] | undefined {
  const { module, frame } = owner;
  const kind = [...module.classes.values()].find(one => isMember(module, one, list));
  const call = module.calls.get(kind?.name ?? '')?.find(({ span }) => span === list.span);
  if (!kind || !call) return undefined;
  const made = at(owner, kind.definition);
  const item = list.items[orderedFields(evaluator, made).indexOf(property)];
  if (item) return evaluator.follow(at(owner, item));
  const [init] = classMember(evaluator, made, '__init__') ?? [];
  if (init?.expression.kind !== 'function') return undefined;
  const depth = (frame?.depth ?? 0) + 1;
  const inside = { call, caller: owner, scope: init.expression.scope, module: init.module, depth };
  return classMember(evaluator, { ...made, frame: inside }, property)?.flatMap(member =>
    valueOfProperty(evaluator, member),
  );
}

function isMember({ bindings }: Module, { definition }: Named<ClassDefinition>, list: List): boolean {
  if (!isEnum(definition)) return false;
  return [...(bindings[definition.scope]?.values() ?? [])].some(all =>
    all.some(({ value }) => value === list),
  );
}

/** The members of an enumeration of classes: each has its class as its `value`, which alone can be called. */
export function withHeldClasses({ expression }: Place, members: readonly Place[]): readonly Place[] {
  if (expression.kind !== 'class' || !isEnum(expression)) return members;
  return members.map(member => {
    const { expression: held } = member;
    if (held.kind !== 'class') return member;
    const { span } = held;
    return at(member, {
      kind: 'record',
      entries: [{ key: { kind: 'string', value: 'value', span }, value: held }],
      span,
    });
  });
}

/** A flag whose type is an enumeration takes any of its members, as one with `choices` any of these. */
export function membersTaken(evaluator: Evaluator, place: Place, type: Expression): readonly Place[] {
  return enumsNamed(evaluator, place, type)
    .flatMap(({ expression, module }) => evaluator.elements({ ...place, expression, module }))
    .map(member => ({ ...member, isByName: true }));
}

/** A class whose fields are flags, with a record of what those take whose type is an enumeration. */
export function withMembersTaken(evaluator: Evaluator, owner: Place): readonly Place[] {
  const { expression, module } = owner;
  if (expression.kind !== 'class') return [owner];
  const fields = [...(module.bindings[expression.scope]?.values() ?? [])].flat();
  const entries = fields.flatMap(({ name, type, span }): readonly RecordEntry[] => {
    if (!type || enumsNamed(evaluator, owner, type).length === 0) return [];
    return [{ key: { kind: 'string', value: name, span }, value: { kind: 'element', of: type, span } }];
  });
  if (entries.length === 0) return [owner];
  const { span } = expression;
  return [owner, { ...at(owner, { kind: 'record', entries, span }), isByName: true }];
}

function enumsNamed(evaluator: Evaluator, { module }: Place, type: Expression): readonly Place[] {
  return evaluator
    .glance(type, module)
    .filter(({ expression }) => expression.kind === 'class' && isEnum(expression));
}
