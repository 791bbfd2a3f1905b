import type { Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { dottedName } from './names.ts';
import { type Place, placeOf } from './place.ts';

/** `os.environ`, `process.env`, `import.meta.env`. */
export function isEnvironment(object: Expression): boolean {
  const name = dottedName(object) ?? '';
  return /(^|\.)environ$|^process\.env$|^import\.meta\.env$/.test(name);
}

/** What the repository itself sets a variable of the environment to: its `.env` file, containers, scripts. */
export function environmentValues(evaluator: Evaluator, place: Place, variable: string): readonly Place[] {
  const { program } = evaluator;
  const data = program.data('.env', place.module);
  const written = data ? evaluator.partOf({ ...place, ...data }, variable, place) : [];
  return [
    ...written.filter(({ expression }) => expression.kind !== 'opaque'),
    ...program.environment(variable).map(({ value, module }) => placeOf(value, module)),
  ];
}
