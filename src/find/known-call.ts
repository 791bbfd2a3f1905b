import type { Argument, Call, Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { at, type Place } from './place.ts';

export type Follow = (evaluator: Evaluator, place: Place, call: Call) => readonly Place[] | undefined;

/** The value is that of an argument: `str(x)`, `Field("x")`, `deepcopy(x)`. */
export function argumentOf(...names: readonly string[]): Follow {
  return (evaluator, place, call) => {
    const value = given(call, 0, ...names);
    return value ? evaluator.follow(at(place, value)) : undefined;
  };
}

export function given(
  { arguments: all }: Call,
  position: number,
  ...names: readonly string[]
): Expression | undefined {
  const isNamed = ({ name }: Argument): boolean => name !== undefined && names.includes(name);
  const named = all.find(isNamed);
  if (named) return named.value;
  const positional = all.filter(({ name }) => name === undefined).slice(0, position + 1);
  return positional.some(({ isSpread }) => isSpread) ? undefined : positional[position]?.value;
}
