import type { Call, ClassDefinition, Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { lastName } from './names.ts';
import { at, type Place, passing } from './place.ts';
import { casesAt, namesIn } from './test-cases.ts';

/**
 * What `@parameterized_class([{"model": "org/name"}])` and `@parameterized_class(("model", "size"), [("org/name", 3)])`
 * set a member of a class of tests to: each record, or case, makes a class of its own.
 */
export function casesOfClass(evaluator: Evaluator, owner: Place, property: string): readonly Place[] {
  const { expression } = owner;
  if (expression.kind !== 'class') return [];
  return expression.decorators.flatMap(mark => {
    if (!isOfCases(mark)) return [];
    const [first, second] = mark.arguments;
    const there = passing({ ...owner, frame: undefined }, mark.span);
    if (first && second) {
      const index = namesIn(evaluator, at(there, first.value)).indexOf(property);
      return index < 0 ? [] : casesAt(evaluator, at(there, second.value), index);
    }
    const records = first ? evaluator.elements(at(there, first.value)) : [];
    return records
      .filter(record => record.expression.kind === 'record')
      .flatMap(record => evaluator.partOf(record, property, record));
  });
}

/** Whether a class is made anew for each of several cases. */
export function hasCases({ decorators }: ClassDefinition): boolean {
  return decorators.some(isOfCases);
}

function isOfCases(mark: Expression): mark is Call {
  return mark.kind === 'call' && lastName(mark.callee) === 'parameterized_class';
}
