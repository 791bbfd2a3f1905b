import type { Evaluator } from './evaluator.ts';
import { at, type Place } from './place.ts';

/** Records inside each other: what is deeper was not written by hand. */
const maxDepth = 8;

/** A record, and those whose entries it takes in: `{**other}`, `table.update(other)`. */
export function recordsIn(evaluator: Evaluator, record: Place): readonly Place[] {
  return evaluator.first(takenIn(evaluator, record, 0));
}

function takenIn(evaluator: Evaluator, record: Place, depth: number): readonly Place[] {
  const { expression } = record;
  if (expression.kind !== 'record') return [];
  const spread = depth === maxDepth ? [] : expression.entries.filter(({ key }) => !key);
  const others = spread.flatMap(({ value }) => evaluator.follow(at(record, value)));
  return [record, ...others.flatMap(one => takenIn(evaluator, one, depth + 1))];
}
