import { comparePositions, isInside, type Span } from '../model/source.ts';
import type { Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { dottedName, textOf } from './names.ts';
import { at, type Place } from './place.ts';

/*
 * A program's own short names for models stand where ids could stand: a table leads from them to the ids, or a branch
 * asks for them and does something else. What is left of them elsewhere is no id, unless a model of that name is known.
 */

/** Marks the values of a name that the code compares it with in another block than the one that uses it. */
export function withComparedNames(place: Place, ends: readonly Place[]): readonly Place[] {
  const { expression, module } = place;
  if (module.guards.size === 0 || !ends.some(isShortName)) return ends;
  const name = dottedName(expression);
  const guards = (name === undefined ? undefined : module.guards.get(name)) ?? [];
  const compared = guards
    .filter(({ subject, within }) => isSameScope(subject, expression) && isElsewhere(within, expression))
    .flatMap(({ values }) => values.map(textOf));
  return marked(ends, new Set(compared));
}

/** Marks those of several values that are the keys of a table which another of them is looked up in. */
export function withTranslatedNames(
  evaluator: Evaluator,
  place: Place,
  options: readonly Expression[],
  ends: readonly Place[],
): readonly Place[] {
  if (!ends.some(isShortName)) return ends;
  const names = new Set(options.flatMap(option => dottedName(option) ?? []));
  const tables = options.flatMap(option => tableOf(option, names) ?? []);
  return tables.reduce((all, table) => withoutKeys(evaluator, at(place, table), all), ends);
}

/**
 * What stands for itself where a table lacks it: `TABLE.get(name, name)` never gives a key of the table. Where the table may
 * be another, its keys are marked.
 */
export function withoutKeys(evaluator: Evaluator, table: Place, ends: readonly Place[]): readonly Place[] {
  if (!ends.some(({ expression }) => expression.kind === 'string')) return ends;
  const [only, ...others] = evaluator.follow(table);
  const tables = only ? [only, ...others] : [];
  const entries = tables.flatMap(({ expression }) =>
    expression.kind === 'record' ? expression.entries : [],
  );
  const keys = new Set(entries.map(({ key }) => key && textOf(key)));
  if (only?.expression.kind !== 'record' || others.length > 0) return marked(ends, keys);
  return ends.filter(({ expression }) => expression.kind !== 'string' || !keys.has(expression.value));
}

/** `TABLE` of `TABLE[name]` and `TABLE.get(name)`. */
function tableOf(option: Expression, names: ReadonlySet<string>): Expression | undefined {
  if (option.kind === 'index') return isOneOf(option.index, names) ? option.object : undefined;
  if (option.kind !== 'call' || option.callee.kind !== 'member' || option.callee.property !== 'get')
    return undefined;
  const [key] = option.arguments;
  return key && isOneOf(key.value, names) ? option.callee.object : undefined;
}

function isOneOf(expression: Expression, names: ReadonlySet<string>): boolean {
  return names.has(dottedName(expression) ?? '');
}

export function isSameScope(subject: Expression, use: Expression): boolean {
  return subject.kind !== 'name' || use.kind !== 'name' || subject.scope === use.scope;
}

/** Outside a block, and for a name behind its start: a member may be compared in any method. */
function isElsewhere(within: Span, { kind, span }: Expression): boolean {
  return !isInside(span, within) && (kind === 'member' || comparePositions(within.start, span.start) < 0);
}

function marked(ends: readonly Place[], names: ReadonlySet<string | undefined>): readonly Place[] {
  if (names.size === 0) return ends;
  return ends.map(end =>
    isShortName(end) && names.has(textOf(end.expression)) ? { ...end, isNickname: true } : end,
  );
}

function isShortName({ expression }: Place): boolean {
  return expression.kind === 'string' && !expression.value.includes('/');
}
