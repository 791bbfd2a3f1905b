import type { Evaluator } from './evaluator.ts';
import { at, type Place } from './place.ts';

/** Records inside each other: what is deeper was not written by hand. */
const maxDepth = 8;

/** A record, and those whose entries it takes in: `{**other}`, `table.update(other)`. */
export function recordsIn(evaluator: Evaluator, record: Place, depth = 0): readonly Place[] {
  const { expression } = record;
  if (expression.kind !== 'record') return [];
  if (depth === maxDepth) return [record];
  const taken = expression.entries.filter(({ key }) => !key);
  return [
    record,
    ...taken
      .flatMap(({ value }) => evaluator.follow(at(record, value)))
      .flatMap(one => recordsIn(evaluator, one, depth + 1)),
  ];
}
