import type { Expression } from '../model/syntax.ts';
import { areApart } from './apart.ts';
import type { Evaluator } from './evaluator.ts';
import { dottedName } from './names.ts';
import { at, hasPassed, type Place, passing } from './place.ts';
import { spreadFields } from './spread-fields.ts';

/** What a file sets a field to, on the same name: `config.model = "…"`. */
export function storedHere(
  evaluator: Evaluator,
  place: Place,
  object: Expression,
  property: string,
  isMeant: (object: Expression) => boolean = () => true,
): readonly Place[] {
  const path = dottedName(object);
  if (path === undefined) return [];
  const stores = place.module.stores.get(property) ?? [];
  const own = stores
    .filter(
      ({ object: owner, span }) => dottedName(owner) === path && isMeant(owner) && !hasPassed(place, span),
    )
    .filter(({ span }) => !areApart(place.module, span, object.span))
    .flatMap(store => evaluator.follow(at(passing(place, store.span), store.value)));
  return [...own, ...spreadFields(evaluator, place, object, property, isMeant)];
}
