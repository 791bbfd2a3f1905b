import type { Expression } from '../model/syntax.ts';
import type { Bound } from './bindings.ts';
import { passedValues } from './command-line.ts';
import { positionFlag } from './command-values.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';
import { openedPath } from './opened-path.ts';
import { at, type Place, passing, placeOf } from './place.ts';

/** Words of a command that are looked at as files of settings. */
const words = [0, 1].flatMap(index => positionFlag(index) ?? []);

/**
 * What a command line makes of a name at the top of a script that has another file set its own names, as nanoGPT's scripts
 * do: with `exec(open("configurator.py").read())`, `--name=value` sets one, and a file of Python sets all that it names.
 */
export function configuredValues(
  evaluator: Evaluator,
  place: Place,
  name: string,
  found: readonly Bound[],
): readonly Place[] {
  const own = found.find(({ binding, scope }) => scope === 0 && binding.kind === 'assignment');
  if (!own || !isConfigured(evaluator, own.module)) return [];
  const there = passing({ ...place, frame: undefined }, own.binding.span);
  const files = passedValues(evaluator, [own.module], words).flatMap(({ expression, module }) =>
    expression.kind === 'string' && expression.value.endsWith('.py')
      ? (evaluator.program.data(expression.value, module) ?? [])
      : [],
  );
  const set = files.flatMap(
    ({ module }) =>
      module.bindings[0]?.get(name)?.flatMap(({ value }) => (value ? placeOf(value, module) : [])) ?? [],
  );
  return [...passedValues(evaluator, [own.module], [name]), ...set].flatMap(value =>
    evaluator.follow({ ...at(there, value.expression), module: value.module, isGiven: true }),
  );
}

/** Whether a script runs the code of a file of the repository that sets names by their texts. */
function isConfigured(evaluator: Evaluator, module: Module): boolean {
  return (module.calls.get('exec') ?? []).some(({ scope, arguments: [code] }) => {
    if (scope !== 0 || !code) return false;
    const path = openedPath(evaluator, placeOf(code.value, module));
    const file = path?.endsWith('.py') ? evaluator.program.data(path, module) : undefined;
    return file?.module.facts.stores.some(({ object }) => isGlobals(object)) === true;
  });
}

/** `globals()`. */
function isGlobals(object: Expression): boolean {
  return object.kind === 'call' && lastName(object.callee) === 'globals';
}
