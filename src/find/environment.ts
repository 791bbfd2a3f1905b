import type { Expression } from '../model/syntax.ts';
import { callsBySpan } from './calls-by-span.ts';
import type { Evaluator } from './evaluator.ts';
import { dottedName, lastName } from './names.ts';
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
    ...program.commands.environment(variable).map(({ value, module }) => placeOf(value, module)),
  ];
}

/** Whether a value came through a variable of the environment, whose default it is: the next run may have another. */
export function isFromEnvironment({ trail }: Place): boolean {
  for (let step = trail; step; step = step.before) {
    const callee = callsBySpan(step.module).get(step.span)?.callee;
    if (callee && isReading(callee)) return true;
  }
  return false;
}

/** `os.environ.get`, `os.getenv`. */
function isReading(callee: Expression): boolean {
  if (lastName(callee) === 'getenv') return true;
  return callee.kind === 'member' && callee.property === 'get' && isEnvironment(callee.object);
}
