import { type Follow, given } from './known-call.ts';
import { at, type Place, passing } from './place.ts';

/**
 * What a page lets its reader choose: of `st.selectbox("Model", options)` the first of the options stands there to begin
 * with, and the others can be chosen.
 */
export const chosen =
  (position: number, ...names: readonly string[]): Follow =>
  (evaluator, place, call) => {
    const there = passing(place, call.span);
    const value = given(call, Number.POSITIVE_INFINITY, 'value', 'default');
    const options = given(call, position, ...names);
    const preset = value ? evaluator.follow(at(there, value)) : [];
    const listed = options ? evaluator.elements(at(there, options)) : [];
    const first = value ? [] : listed.slice(0, 1);
    const all = [...preset, ...first, ...listed.slice(first.length).map(byName)];
    return all.length > 0 ? all : undefined;
  };

/** What stands in a field of text to begin with. */
export const entered =
  (position: number): Follow =>
  (evaluator, place, call) => {
    const value = given(call, position, 'value');
    return value && evaluator.follow(at(passing(place, call.span), value));
  };

function byName(place: Place): Place {
  return { ...place, isByName: true };
}
