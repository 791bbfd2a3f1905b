import type { Call } from '../model/syntax.ts';
import { commandLineValues } from './command-line.ts';
import type { Evaluator } from './evaluator.ts';
import { flagsOf } from './flag-declarations.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';
import { at, type Place, passing, unknown } from './place.ts';
import { settingsFiles } from './settings-calls.ts';

/** The function of a program of settings that gives them. */
const maker = 'get_config';

/** Whether code is a program of settings: `def get_config()` at its top. */
export function isSettingsProgram({ bindings }: Module): boolean {
  return bindings[0]?.get(maker)?.some(({ value }) => value?.kind === 'function') === true;
}

/**
 * What a flag stands for. One of ml_collections names a program of settings, `DEFINE_config_file("config", "configs/a.py")`,
 * and stands for what that gives; where no command and no default names one, for those near that name models.
 */
export function flagValues(
  evaluator: Evaluator,
  place: Place,
  property: string,
  scripts?: readonly Module[],
): readonly Place[] {
  const values = commandLineValues(evaluator, place, property, scripts);
  const declaration = (flagsOf(place.module).get(property) ?? []).find(namesProgram);
  if (!declaration) return values;
  const paths = values.filter(({ expression }) => expression.kind === 'string');
  const [first = passing({ ...unknown(place), frame: undefined }, declaration.span)] = paths;
  return [first, ...paths.slice(1)]
    .flatMap(path => settingsFiles(evaluator, path, /\.py$/))
    .flatMap(file => settingsOf(evaluator, file, declaration));
}

function namesProgram({ callee }: Call): boolean {
  return lastName(callee) === 'DEFINE_config_file';
}

function settingsOf(evaluator: Evaluator, file: Place, { span }: Call): readonly Place[] {
  const made = evaluator.partOf(file, maker, file).filter(({ expression }) => expression.kind === 'function');
  return made.flatMap(end =>
    end.expression.kind === 'function'
      ? end.expression.returns.flatMap(value => evaluator.follow(passing(at(end, value), span)))
      : [],
  );
}
