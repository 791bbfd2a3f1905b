import type { Span } from '../model/source.ts';
import type { Expression } from '../model/syntax.ts';
import { areApart } from './apart.ts';
import type { Evaluator } from './evaluator.ts';
import { at, hasPassed, type Place, passing } from './place.ts';
import { spreadFields } from './spread-fields.ts';

/** What a file sets a field of an object to: `config.model = "…"`. `use`: where the object is used. */
export function storedHere(
  evaluator: Evaluator,
  place: Place,
  property: string,
  use: Span,
  isMeant: (object: Expression) => boolean,
): readonly Place[] {
  const own = (place.module.stores.get(property) ?? [])
    .filter(({ object, span }) => isMeant(object) && !hasPassed(place, span))
    .filter(({ span }) => !areApart(place.module, span, use))
    .flatMap(store => evaluator.follow(at(passing(place, store.span), store.value)));
  return [...own, ...spreadFields(evaluator, place, property, isMeant)];
}
