import { choosing } from './choices.ts';
import { conditionOf } from './contradictions.ts';
import type { Evaluator } from './evaluator.ts';
import { frameAround, type Place } from './place.ts';

/** Goes with what other tables have under the same key. */
export type UnderKey = (place: Place, key: string) => Place;

/** The keys that one thing may be, by their texts: objects, so that identity tells. */
type Keys = Map<string, object>;

/** For what is asked for a key, its keys by its path: `args.kind`. */
const knownKeys = new WeakMap<object, Map<string, Keys>>();

/** `NAMES[kind](SIZES[kind])`: what several tables have goes together where one key, whichever it is, chooses from them all. */
export function underKey(evaluator: Evaluator, index: Place): UnderKey {
  const condition = conditionOf(evaluator, index.expression, index.module);
  if (!condition) return place => place;
  // A name of a function that is read for a call is another one for the next call.
  const of = frameAround(index, condition.scope)?.call ?? condition.of;
  const byPath = knownKeys.get(of) ?? new Map<string, Keys>();
  knownKeys.set(of, byPath);
  const keys = byPath.get(condition.path) ?? new Map<string, object>();
  byPath.set(condition.path, keys);
  return (place, key) => {
    const known = keys.get(key) ?? {};
    keys.set(key, known);
    return choosing(place, keys, known);
  };
}
