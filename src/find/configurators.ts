import { comparePositions } from '../model/source.ts';
import type { Call, Expression } from '../model/syntax.ts';
import type { Bound } from './bindings.ts';
import { passedValues } from './command-line.ts';
import { positionFlag } from './command-values.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';
import { oncePer } from './once-per.ts';
import { openedBy } from './opened-path.ts';
import { at, type Place, passing, placeOf } from './place.ts';

/** Words of a command that are looked at as files of settings. */
const words = [0, 1].flatMap(index => positionFlag(index) ?? []);
/** Files whose code a script runs, as far as anybody looks. */
const maxRun = 4;

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
  if (!own) return [];
  const isConfigured = filesRunBy(own.module).some(
    ({ call, path }) =>
      comparePositions(own.binding.span.start, call.span.start) < 0 && setsNames(evaluator, path, own.module),
  );
  if (!isConfigured) return [];
  const there = passing({ ...place, frame: undefined }, own.binding.span);
  const files = passedValues(evaluator, there, [own.module], words).flatMap(({ expression, module }) =>
    expression.kind === 'string' && expression.value.endsWith('.py')
      ? (evaluator.program.data(expression.value, module) ?? [])
      : [],
  );
  const set = files.flatMap(
    ({ module }) =>
      module.bindings[0]?.get(name)?.flatMap(({ value }) => (value ? placeOf(value, module) : [])) ?? [],
  );
  return [...passedValues(evaluator, there, [own.module], [name]), ...set].flatMap(value =>
    evaluator.follow({ ...at(there, value.expression), module: value.module, isGiven: true }),
  );
}

/** A file whose code a script runs among its own, by the path that is written there. */
interface RunFile {
  readonly call: Call;
  readonly path: string;
}

const filesRunBy = oncePer((module: Module): readonly RunFile[] => {
  const all = (module.calls.get('exec') ?? []).flatMap((call): readonly RunFile[] => {
    const path = call.scope === 0 ? pathIn(call.arguments[0]?.value) : undefined;
    return path?.endsWith('.py') === true ? [{ call, path }] : [];
  });
  const run = all.slice(0, maxRun);
  return run;
});

/** `"configurator.py"` of `open("configurator.py").read()`. */
function pathIn(code: Expression | undefined): string | undefined {
  const opened = code?.kind === 'call' ? openedBy(code) : undefined;
  const path = opened?.kind === 'call' ? openedBy(opened) : opened;
  return path?.kind === 'string' ? path.value : undefined;
}

/** Whether a file of the repository sets names by their texts. */
function setsNames(evaluator: Evaluator, path: string, from: Module): boolean {
  const file = evaluator.program.data(path, from);
  return file?.module.facts.stores.some(({ object }) => isGlobals(object)) === true;
}

/** `globals()`. */
function isGlobals(object: Expression): boolean {
  return object.kind === 'call' && lastName(object.callee) === 'globals';
}
