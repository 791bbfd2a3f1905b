import type { ArgumentPlace } from '../loaders/loader.ts';
import type { Argument, Expression } from '../model/syntax.ts';
import { entryUnder } from './entries.ts';
import type { Evaluator } from './evaluator.ts';
import { at, type Place } from './place.ts';

/** The argument at a place of a call, looked for in `**options` and objects of options too; undefined when not given. */
export function findArgument(call: Place, place: ArgumentPlace, evaluator: Evaluator): Place | undefined {
  const given = argumentsOf(call);
  if (place.optionsAt !== undefined) {
    const options = given[place.optionsAt];
    return options && fromOptions(at(call, options.value), place, evaluator);
  }
  return byKeyword(call, given, place, evaluator) ?? byPosition(call, place, evaluator);
}

/** Whether a call takes options nobody can list from here: `**options`, an object that is not written out. */
export function isOpenEnded(call: Place, place: ArgumentPlace, evaluator: Evaluator): boolean {
  const given = argumentsOf(call);
  if (place.optionsAt === undefined) return given.some(({ name }) => name === '**');
  const options = given[place.optionsAt];
  if (!options) return given.some(({ isSpread }) => isSpread);
  return evaluator.follow(at(call, options.value)).some(({ expression }) => isOpen(expression));
}

function isOpen(expression: Expression): boolean {
  if (expression.kind === 'record') return expression.entries.some(({ key }) => key === undefined);
  return expression.kind === 'opaque' || expression.kind === 'call';
}

function argumentsOf({ expression }: Place): readonly Argument[] {
  return expression.kind === 'call' ? expression.arguments : [];
}

function byKeyword(
  call: Place,
  given: readonly Argument[],
  place: ArgumentPlace,
  evaluator: Evaluator,
): Place | undefined {
  for (const keyword of place.keywords ?? []) {
    const [first, ...inner] = keyword.split('.');
    const named = given.find(({ name }) => name !== undefined && name === first);
    const value = named && entryAt(at(call, named.value), inner, evaluator);
    if (value) return value;
  }
  for (const { name, value } of given) {
    const found = name === '**' ? fromOptions(at(call, value), place, evaluator) : undefined;
    if (found) return found;
  }
  return undefined;
}

function byPosition(call: Place, place: ArgumentPlace, evaluator: Evaluator): Place | undefined {
  return place.position === undefined ? undefined : positionalArguments(call, evaluator)[place.position];
}

/**
 * The positional arguments of a call, as far as anybody can count them: `*items` stands for the items of a list that is
 * written out.
 */
export function positionalArguments(call: Place, evaluator: Evaluator): readonly Place[] {
  const counted: Place[] = [];
  for (const { name, value, isSpread } of argumentsOf(call)) {
    if (name !== undefined) continue;
    // Others may give it anything else, which nobody can count.
    const ends = isSpread ? evaluator.follow(at(call, value)) : [];
    const [list, ...others] = ends.filter(({ expression }) => expression.kind !== 'opaque');
    if (!isSpread) counted.push(at(call, value));
    else if (list?.expression.kind !== 'list' || others.length > 0) return counted;
    else counted.push(...list.expression.items.map(item => at(list, item)));
  }
  return counted;
}

function fromOptions(options: Place, place: ArgumentPlace, evaluator: Evaluator): Place | undefined {
  for (const keyword of place.keywords ?? []) {
    const value = entryAt(options, keyword.split('.'), evaluator);
    if (value) return value;
  }
  return undefined;
}

/**
 * What stands in an object under a key, in what stands there under the next, and so on. Where it may be one of several
 * objects that have the key, it is the field of whichever it is.
 */
function entryAt(from: Place, [key, ...inner]: readonly string[], evaluator: Evaluator): Place | undefined {
  if (key === undefined) return from;
  if (key === '*') return everyItem(from, inner, evaluator);
  const [first, ...others] = evaluator.follow(from).flatMap(end => entryIn(end, key, inner, evaluator) ?? []);
  if (inner.length > 0 || (first && others.length === 0)) return first;
  return fieldOf(from, key, evaluator) ?? first;
}

/** Of each item of a list what stands in it under the keys, as a list. */
function everyItem(from: Place, keys: readonly string[], evaluator: Evaluator): Place | undefined {
  const [first, ...others] = evaluator.elements(from);
  if (!first) return undefined;
  // One list has items of one file.
  const items = [first, ...others.filter(({ module }) => module === first.module)];
  const parts = items.map(({ expression }) =>
    keys.reduce<Expression>((object, key) => entryUnder(object, key, expression.span), expression),
  );
  return at(first, { kind: 'list', items: parts, span: from.expression.span });
}

/** The last entry of a record counts, but what it spreads may stand for any. */
function entryIn(end: Place, key: string, inner: readonly string[], evaluator: Evaluator): Place | undefined {
  const { expression } = end;
  if (expression.kind !== 'record') return undefined;
  for (const entry of expression.entries.toReversed()) {
    const isNamed = entry.key?.kind === 'string' && entry.key.value === key;
    const value = at(end, entry.value);
    const found = isNamed
      ? entryAt(value, inner, evaluator)
      : entry.key === undefined && entryAt(value, [key, ...inner], evaluator);
    if (found) return found;
  }
  return undefined;
}

/** The field of an object that nobody wrote out, where it has a text: `args.models` of what a command line says. */
function fieldOf(from: Place, property: string, evaluator: Evaluator): Place | undefined {
  const { expression } = from;
  if (expression.kind !== 'name' && expression.kind !== 'member') return undefined;
  const field = at(from, { kind: 'member', object: expression, property, span: expression.span });
  return hasText(field, evaluator) ? field : undefined;
}

function hasText(field: Place, evaluator: Evaluator): boolean {
  return evaluator
    .follow(field)
    .some(end => end.expression.kind === 'string' || end.expression.kind === 'list');
}
