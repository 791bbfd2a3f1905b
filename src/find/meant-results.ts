import type { Expression, FunctionDefinition, Guard } from '../model/syntax.ts';
import { guardsAround } from './contradictions.ts';
import type { Evaluator } from './evaluator.ts';
import { comparedWith, constantOf, isLetIn } from './let-in.ts';
import { at, type Place } from './place.ts';

/**
 * What a function that is being read for a call can return: of functions and classes none from the blocks that do not run
 * for what the call gives, as of `get("large")` those under `if kind == "small":`. Of texts the next run may take another.
 */
export function meantResults(
  evaluator: Evaluator,
  inside: Place,
  { returns, scope }: FunctionDefinition,
): readonly Expression[] {
  if (returns.length < 2) return returns;
  return returns.filter(
    value =>
      guardsAround(inside.module, value.span).every(({ guard }) => mayRun(evaluator, inside, guard, scope)) ||
      !isCallable(evaluator, inside, value),
  );
}

function isCallable(evaluator: Evaluator, { module }: Place, value: Expression): boolean {
  if (value.kind !== 'name' && value.kind !== 'member') return false;
  const ends = evaluator.glance(value, module);
  return ends.every(({ expression: { kind } }) => kind === 'class' || kind === 'function');
}

function mayRun(evaluator: Evaluator, inside: Place, guard: Guard, scope: number): boolean {
  const { subject, test } = guard;
  if ((test !== undefined && test !== 'part') || !isParameter(inside, subject, scope)) return true;
  const compared = comparedWith(evaluator, guard, inside.module);
  if (!compared) return true;
  return evaluator.follow(at(inside, subject)).some(end => {
    const value = end.isByName || end.isGuessed ? undefined : constantOf(end);
    return value === undefined || isLetIn(guard, compared, value);
  });
}

/** Whether a name stands for what the call gives, wherever the function uses it. */
function isParameter({ module }: Place, subject: Expression, scope: number): boolean {
  if (subject.kind !== 'name' || subject.scope !== scope) return false;
  const [binding, ...others] = module.bindings[scope]?.get(subject.name) ?? [];
  return binding?.kind === 'parameter' && others.length === 0;
}
