import type { Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { at, type Place } from './place.ts';

export interface RecordPlace extends Place {
  readonly expression: Extract<Expression, { kind: 'record' }>;
}

/** Records inside each other: what is deeper was not written by hand. */
const maxDepth = 8;

export function isRecord(place: Place): place is RecordPlace {
  return place.expression.kind === 'record';
}

/** A record, and those whose entries it takes in: `{**other}`, `table.update(other)`. */
export function withTaken(evaluator: Evaluator, record: RecordPlace): readonly RecordPlace[] {
  return evaluator.first(takenIn(evaluator, record, 0));
}

function takenIn(evaluator: Evaluator, record: RecordPlace, depth: number): readonly RecordPlace[] {
  const spread = depth === maxDepth ? [] : record.expression.entries.filter(({ key }) => !key);
  const others = spread.flatMap(({ value }) => evaluator.follow(at(record, value))).filter(isRecord);
  return [record, ...others.flatMap(one => takenIn(evaluator, one, depth + 1))];
}
