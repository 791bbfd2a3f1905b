import type { Expression } from '../model/syntax.ts';
import { areApart } from './apart.ts';
import { bindingsOf } from './bindings.ts';
import type { Evaluator } from './evaluator.ts';
import { dottedName, isArgumentName } from './names.ts';
import { writtenArguments } from './parameters.ts';
import { at, hasPassed, type Place, passing } from './place.ts';
import { spreadFields } from './spread-fields.ts';

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
  const stores = place.module.stores.get(property) ?? [];
  const own = stores
    .filter(({ object: owner, span }) => dottedName(owner) === path && !hasPassed(place, span))
    .filter(({ span }) => !areApart(place.module, span, object.span))
    .flatMap(store => evaluator.follow(at(passing(place, store.span), store.value)));
  const all = [...own, ...spreadFields(evaluator, place, object, property)];
  return object.kind === 'name' && hops < maxHops
    ? [...all, ...storedByCallers(evaluator, place, object, property, hops + 1)]
    : all;
}

function storedByCallers(
  evaluator: Evaluator,
  place: Place,
  name: Extract<Expression, { kind: 'name' }>,
  property: string,
  hops: number,
): readonly Place[] {
  // Objects that are handed around with more and more set on them bear such names; others would be many.
  if (!isArgumentName(name.name)) return [];
  const found = bindingsOf(evaluator, name, place.module) ?? [];
  return found
    .filter(({ binding }) => binding.kind === 'parameter')
    .flatMap(({ binding, scope }) => writtenArguments(evaluator, place, binding, scope))
    .flatMap(given =>
      evaluator.steps.take() ? storedValues(evaluator, given, given.expression, property, hops) : [],
    );
}
