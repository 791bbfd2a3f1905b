import { environmentValues } from './environment.ts';
import { type Follow, given } from './known-call.ts';
import { openedPath } from './opened-path.ts';
import { at, passing, unknown } from './place.ts';

/** `os.getenv("K", "default")`: whoever runs the program may set another value. */
export const environment: Follow = (evaluator, place, call) => {
  const value = given(call, 1, 'default');
  const key = given(call, 0, 'key', 'name');
  const variable = key && evaluator.constant(at(place, key))?.value;
  const set = typeof variable === 'string' ? environmentValues(evaluator, place, variable) : [];
  const fallback = value ? evaluator.follow(at(passing(place, call.span), value)) : [];
  return [...set, ...fallback, unknown(place)];
};

/** `json.load(open("config.json"))` and its kin: the file's content, where the repository holds the file. */
export const loadFile: Follow = (evaluator, place, call) => {
  const source = given(call, 0);
  const path = source && openedPath(evaluator, at(place, source));
  const data = path === undefined ? undefined : evaluator.program.data(path, place.module);
  return data ? [{ ...passing(place, call.span), ...data }] : undefined;
};

/** What a `.env` file says: `dotenv_values()`. */
export const loadEnvironment: Follow = (evaluator, place, call) => {
  const source = given(call, 0, 'dotenv_path');
  const path = source ? openedPath(evaluator, at(place, source)) : '.env';
  const data = path === undefined ? undefined : evaluator.program.data(path, place.module);
  return data ? [{ ...passing(place, call.span), ...data }] : undefined;
};
