import { comparePositions } from '../model/source.ts';
import type { Call, Expression } from '../model/syntax.ts';
import { ownerOf } from './additions.ts';
import type { Evaluator } from './evaluator.ts';
import { parameterOf } from './handed-back.ts';
import { indexBy } from './index-by.ts';
import type { Module } from './module.ts';
import { isArgumentName, lastName } from './names.ts';
import { oncePer } from './once-per.ts';
import { hasPassed, insideCalled, type Place } from './place.ts';
import { storedHere } from './stored-here.ts';

type Name = Extract<Expression, { kind: 'name' }>;

/** A call that is handed a name, and as which of its arguments. */
interface Handing {
  readonly call: Call;
  readonly index: number;
  readonly name: Name;
}

/** Calls that one name is handed to, as far as anybody looks. */
const maxCalls = 20;

/**
 * What functions of other files set on arguments that they are handed and do not give back: `load_settings(path, args)`,
 * then `args.model`.
 */
export function setByOthers(
  evaluator: Evaluator,
  place: Place,
  name: Name,
  property: string,
): readonly Place[] {
  const { module } = place;
  const owner = ownerOf(name, module);
  const handing = (handingsIn(module).get(name.name) ?? []).filter(
    one => ownerOf(one.name, module) === owner,
  );
  return handing.slice(0, maxCalls).flatMap(({ call, index }) => {
    // What is handed on behind the use comes too late for it.
    const isLater = call.scope === name.scope && comparePositions(call.span.start, name.span.start) > 0;
    if (isLater || hasPassed(place, call.span)) return [];
    const [target, ...others] = evaluator.targets(call, module);
    if (target?.expression.kind !== 'function' || others.length > 0 || target.module === module) return [];
    const { expression, module: there } = target;
    const parameter = parameterOf(there, expression, call, index);
    const inside = parameter && insideCalled(place, call, expression.scope, there);
    // One that is bound anew is another object.
    if (!inside || there.bindings[expression.scope]?.get(parameter.name)?.length !== 1) return [];
    return storedHere(
      evaluator,
      inside,
      property,
      parameter.span,
      object =>
        object.kind === 'name' &&
        object.name === parameter.name &&
        ownerOf(object, there) === expression.scope,
    );
  });
}

/** The calls of a file that are handed what programs call their arguments, by its name. What makes an object keeps them. */
const handingsIn = oncePer((module: Module): ReadonlyMap<string, readonly Handing[]> => {
  const calls = module.facts.calls.filter(({ callee }) => /^[a-z_]/.test(lastName(callee) ?? ''));
  const handings = calls.flatMap(call =>
    call.arguments.flatMap(({ value }, index) =>
      value.kind === 'name' && isArgumentName(value.name) ? { call, index, name: value } : [],
    ),
  );
  const found = indexBy(handings, ({ name }) => [name.name]);
  return found;
});
