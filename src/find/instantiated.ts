import { entryOf } from './entries.ts';
import { isOfHydra } from './hydra-folders.ts';
import { type Follow, given } from './known-call.ts';
import { callsOf, isBareName } from './made-objects.ts';
import { at } from './place.ts';

/** What `hydra.utils.instantiate(cfg.net)` gives: an object of the class that the settings name. */
export const instantiated: Follow = (evaluator, place, call) => {
  const settings = given(call, 0, 'config');
  if (!settings || !isOfHydra(evaluator, place.module, call, 'instantiate')) return undefined;
  const made = evaluator.follow(at(place, settings)).flatMap(end => {
    const { expression: found } = end;
    if (found.kind !== 'record' || entryOf(found.entries, '_partial_').value) return [];
    const named = callsOf(found).filter(one => !isBareName(one));
    // What nobody finds is the call, which tells nothing.
    return named.flatMap(one =>
      evaluator.follow(at(end, one)).filter(({ expression }) => expression !== one),
    );
  });
  return made.length > 0 ? made : undefined;
};
