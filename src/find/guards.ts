import { comparePositions, isInside, type Span } from '../model/source.ts';
import type { Expression, Guard } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { dottedName } from './names.ts';
import { at, hasPassed, type Place, passing } from './place.ts';

/** What a name or member was compared with, where it is used in the block that runs when it is that. */
export function guardedValues(evaluator: Evaluator, place: Place): readonly Place[] {
  const { expression, module } = place;
  if (module.guards.size === 0) return [];
  const name = dottedName(expression);
  const guards = name === undefined ? [] : (module.guards.get(name) ?? []);
  return (
    guards
      .filter(guard => isInside(expression.span, guard.within) && !isSetBetween(module, expression, guard))
      .flatMap(({ values }) => values.filter(({ kind }) => kind === 'string'))
      .filter(value => !hasPassed(place, value.span))
      .flatMap(value => evaluator.follow(at(passing(place, value.span), value)))
      // A single word may name a kind of model, as one that a parameter brings.
      .map(value => ({ ...value, isGiven: true }))
  );
}

/** Whether the block gives the name another value before it uses it. */
function isSetBetween({ bindings, stores }: Module, use: Expression, { within }: Guard): boolean {
  const isBetween = (span: Span): boolean =>
    isInside(span, within) && comparePositions(span.start, use.span.start) < 0;
  if (use.kind === 'member') {
    const name = dottedName(use.object);
    const isStored = (stores.get(use.property) ?? []).some(
      store => dottedName(store.object) === name && isBetween(store.span),
    );
    return (
      isStored ||
      bindings.some(scope =>
        (scope.get(use.property) ?? []).some(({ kind, span }) => kind === 'member' && isBetween(span)),
      )
    );
  }
  return (
    use.kind === 'name' && (bindings[use.scope]?.get(use.name) ?? []).some(({ span }) => isBetween(span))
  );
}
