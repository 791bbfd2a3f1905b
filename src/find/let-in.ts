import type { Expression, Guard } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import type { Place } from './place.ts';

export type Constant = string | number | null;

/** What is false: `None`, `False`, 0 and an empty text. */
const nothing: readonly Constant[] = [null, 0, ''];

/** What a condition compares with, where all of it is known. */
export function comparedWith(
  evaluator: Evaluator,
  { values, test }: Guard,
  module: Module,
): readonly Constant[] | undefined {
  if (test === 'false') return nothing;
  const found: Constant[] = [];
  for (const value of values) {
    for (const end of evaluator.standsFor(value, module)) {
      const constant = constantOf(end);
      if (constant === undefined) return undefined;
      found.push(constant);
    }
  }
  return found.length > 0 ? found : undefined;
}

export function constantOf({ expression }: Place): Constant | undefined {
  return constantIn(expression);
}

/** What a constant says that is written out. */
export function constantIn(expression: Expression): Constant | undefined {
  if (expression.kind !== 'string' && expression.kind !== 'literal') return undefined;
  // Python's True is 1.
  return typeof expression.value === 'boolean' ? Number(expression.value) : expression.value;
}

/** Whether a block runs for a value. Who asks for a part of a name has often changed the case of its letters before. */
export function isLetIn({ test }: Guard, compared: readonly Constant[], value: Constant): boolean {
  switch (test) {
    case 'other':
      return !compared.includes(value);
    case 'no-part':
      return typeof value !== 'string' || !compared.some(part => value.includes(String(part)));
    case 'part': {
      const text = String(value).toLowerCase();
      return typeof value !== 'string' || compared.some(part => text.includes(String(part).toLowerCase()));
    }
    default:
      return compared.includes(value);
  }
}
