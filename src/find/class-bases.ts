import type { Evaluator } from './evaluator.ts';
import type { Place } from './place.ts';

/** The classes of the repository that a class extends. They are asked for with each of its fields, so they are remembered. */
export function classesAbove(evaluator: Evaluator, owner: Place): readonly Place[] {
  const { expression, module } = owner;
  const bases = expression.kind === 'class' ? expression.bases : [];
  return bases
    .flatMap(base => evaluator.standsFor(base, module).filter(isClass))
    .map(end => ({ ...owner, expression: end.expression, module: end.module }));
}

export function isClass({ expression }: Place): boolean {
  return expression.kind === 'class';
}

/** As many classes above one are looked at. */
const maxAbove = 50;

/** Every class above a class, however far. */
export function ancestorsOf(
  evaluator: Evaluator,
  owner: Place,
  seen = new Set<object>(),
): ReadonlySet<object> {
  for (const above of classesAbove(evaluator, owner)) {
    if (seen.has(above.expression) || seen.size > maxAbove) continue;
    seen.add(above.expression);
    ancestorsOf(evaluator, above, seen);
  }
  return seen;
}
