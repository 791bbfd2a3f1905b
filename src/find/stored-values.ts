import type { Expression } from '../model/syntax.ts';
import { bindingsOf } from './bindings.ts';
import type { Evaluator } from './evaluator.ts';
import { setByOthers } from './filled-arguments.ts';
import { dottedName, isArgumentName } from './names.ts';
import { writtenArguments } from './parameters.ts';
import type { Place } from './place.ts';
import { storedHere } from './stored-here.ts';

/** Callers that hand an object on to each other. */
const maxHops = 4;

/** `config.model = "…"` in the same file, on the same name, or where a caller sets it on what it hands over. */
export function storedValues(
  evaluator: Evaluator,
  place: Place,
  object: Expression,
  property: string,
  hops = 0,
): readonly Place[] {
  const path = dottedName(object);
  if (path === undefined) return [];
  const all = storedHere(evaluator, place, property, object.span, owner => dottedName(owner) === path);
  // Objects that are handed around with more and more set on them bear such names; others would be many.
  if (object.kind !== 'name' || hops >= maxHops || !isArgumentName(object.name)) return all;
  return [
    ...all,
    ...setByOthers(evaluator, place, object, property),
    ...storedByCallers(evaluator, place, object, property, hops + 1),
  ];
}

function storedByCallers(
  evaluator: Evaluator,
  place: Place,
  name: Extract<Expression, { kind: 'name' }>,
  property: string,
  hops: number,
): readonly Place[] {
  const found = bindingsOf(evaluator, name, place.module) ?? [];
  return found
    .filter(({ binding }) => binding.kind === 'parameter')
    .flatMap(({ binding, scope }) => writtenArguments(evaluator, place, binding, scope))
    .flatMap(given =>
      evaluator.steps.take() ? storedValues(evaluator, given, given.expression, property, hops) : [],
    );
}
