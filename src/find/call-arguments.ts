import type { ArgumentPlace } from '../loaders/loader.ts';
import type { Call, Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';

/** The argument at a place of a call, looked for in `**options` and objects of options too; undefined when not given. */
export function findArgument(call: Call, place: ArgumentPlace, evaluator: Evaluator): Expression | undefined {
  if (place.optionsAt === undefined) return byKeyword(call, place, evaluator) ?? byPosition(call, place);
  const options = call.arguments[place.optionsAt];
  return options && fromOptions(options.value, place, evaluator);
}

function byKeyword(call: Call, place: ArgumentPlace, evaluator: Evaluator): Expression | undefined {
  for (const keyword of place.keywords ?? []) {
    const [first, ...inner] = keyword.split('.');
    const given = call.arguments.find(({ name }) => name !== undefined && name === first);
    const value = given && entryAt(given.value, inner, evaluator);
    if (value) return value;
  }
  for (const argument of call.arguments) {
    const value = argument.name === '**' ? fromOptions(argument.value, place, evaluator) : undefined;
    if (value) return value;
  }
  return undefined;
}

function byPosition(call: Call, place: ArgumentPlace): Expression | undefined {
  if (place.position === undefined) return undefined;
  const positional = call.arguments.filter(({ name }) => name === undefined);
  const before = positional.slice(0, place.position + 1);
  // Behind `*items` nobody can count.
  return before.some(({ isSpread }) => isSpread) ? undefined : before[place.position]?.value;
}

function fromOptions(
  options: Expression,
  place: ArgumentPlace,
  evaluator: Evaluator,
): Expression | undefined {
  for (const keyword of place.keywords ?? []) {
    const value = entryAt(options, keyword.split('.'), evaluator);
    if (value) return value;
  }
  return undefined;
}

/** What stands in an object under a key, in what stands there under the next, and so on. */
function entryAt(
  from: Expression,
  [key, ...inner]: readonly string[],
  evaluator: Evaluator,
): Expression | undefined {
  if (key === undefined) return from;
  for (const { expression } of evaluator.follow(from)) {
    if (expression.kind !== 'record') continue;
    const entry = expression.entries.find(item => item.key?.kind === 'string' && item.key.value === key);
    if (entry) return entryAt(entry.value, inner, evaluator);
  }
  return undefined;
}
