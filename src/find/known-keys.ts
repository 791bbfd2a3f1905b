import { bindingsOf } from './bindings.ts';
import { sitesOf } from './call-sites.ts';
import type { Evaluator } from './evaluator.ts';
import { writtenArguments } from './parameters.ts';
import type { Place } from './place.ts';
import { isReplaced } from './replaced-defaults.ts';

/**
 * Whether only the program gives what a table is looked up by, where nobody knows what that is, and does. `keys`: all that
 * it can be; `index`: where it stands.
 */
export function isOfProgram(
  evaluator: Evaluator,
  { outside }: Place,
  keys: readonly Place[],
  index: Place,
): boolean {
  if (!outside || !keys.some(({ expression }) => expression.kind === 'string')) return false;
  // The name of the function tells others not to call it.
  return /^_[^_]/.test(outside.name ?? '') || isAlwaysWritten(evaluator, index, outside.definition.scope);
}

/** Whether every call of a function is known and writes out the key. */
function isAlwaysWritten(evaluator: Evaluator, index: Place, scope: number): boolean {
  const { expression, module } = index;
  // Fire hands every function of a file to the command line.
  if (expression.kind !== 'name' || module.calls.has('Fire')) return false;
  const bound = bindingsOf(evaluator, expression, module) ?? [];
  const parameter = bound.find(one => one.binding.kind === 'parameter' && one.scope === scope);
  if (!parameter || bound.length > 1) return false;
  const written = writtenArguments(evaluator, { ...index, frame: undefined }, parameter.binding, scope);
  const sites = sitesOf(evaluator, module, scope);
  return (
    written.length === sites.length &&
    written.every(({ expression: key }) => key.kind === 'string') &&
    isReplaced(evaluator, module, scope, sites)
  );
}
