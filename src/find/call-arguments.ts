import type { ArgumentPlace } from '../loaders/loader.ts';
import type { Argument, Call, Expression, RecordEntry } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';

/** The argument at a place of a call, looked for in `**options` and objects of options too; undefined when not given. */
export function findArgument(call: Call, place: ArgumentPlace, evaluator: Evaluator): Expression | undefined {
  if (place.optionsAt !== undefined) return fromOptions(call.arguments[place.optionsAt], place, evaluator);
  return byKeyword(call, place, evaluator) ?? byPosition(call, place);
}

function byKeyword(call: Call, place: ArgumentPlace, evaluator: Evaluator): Expression | undefined {
  const keywords = place.keywords ?? [];
  const given = call.arguments.find(({ name }) => name !== undefined && keywords.includes(name));
  if (given) return given.value;
  for (const argument of call.arguments) {
    const value = argument.name === '**' ? fromOptions(argument, place, evaluator) : undefined;
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
  argument: Argument | undefined,
  place: ArgumentPlace,
  evaluator: Evaluator,
): Expression | undefined {
  if (!argument) return undefined;
  for (const { expression } of evaluator.follow(argument.value)) {
    const entry =
      expression.kind === 'record' ? entryOf(expression.entries, place.keywords ?? []) : undefined;
    if (entry) return entry.value;
  }
  return undefined;
}

function entryOf(entries: readonly RecordEntry[], keys: readonly string[]): RecordEntry | undefined {
  return entries.find(({ key }) => key?.kind === 'string' && keys.includes(key.value));
}
