import { compareSpans, isInside } from '../model/source.ts';
import type { Binding, Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import type { Place } from './place.ts';

type Name = Extract<Expression, { kind: 'name' }>;
type Index = Extract<Expression, { kind: 'index' }>;

/** `files = TABLE[name]`: where a name is looked up, and what gets the answer. */
interface LookUp {
  readonly table: Expression;
  readonly name: Name;
  readonly binding: Binding;
}

/**
 * The ends without the texts that are no key of a table in which the code has surely looked the name up before: for those
 * the program ended there. A table of which no text is a key may get its keys from elsewhere.
 */
export function withoutMissingKeys(
  evaluator: Evaluator,
  { expression, module }: Place,
  ends: readonly Place[],
): readonly Place[] {
  if (expression.kind !== 'name') return ends;
  const lookUps = (lookUpsIn(module).get(expression.name) ?? []).filter(one =>
    surelyRan(one, expression, module),
  );
  return lookUps.reduce((left, { table }) => {
    const keys = keysOf(evaluator, table, module);
    const kept = left.filter(end => end.expression.kind !== 'string' || keys?.has(end.expression.value));
    return keys && kept.some(end => end.expression.kind === 'string') ? kept : left;
  }, ends);
}

/** The keys of a table that is written out in one place, all of them. */
function keysOf(evaluator: Evaluator, table: Expression, module: Module): ReadonlySet<string> | undefined {
  const [only, ...others] = evaluator.standsFor(table, module);
  if (only?.expression.kind !== 'record' || others.length > 0) return undefined;
  const { entries } = only.expression;
  const keys = entries.flatMap(({ key }) => (key?.kind === 'string' ? key.value : []));
  return keys.length === entries.length ? new Set(keys) : undefined;
}

/** Whether a look-up in the same scope comes before a use of the name, in no block that the use is not in, of the same value. */
function surelyRan({ name, binding: { span, within } }: LookUp, use: Name, { bindings }: Module): boolean {
  const isBefore = name.scope === use.scope && compareSpans(name.span, use.span) < 0;
  if (!isBefore || (within && !isInside(use.span, within))) return false;
  const given = bindings[use.scope]?.get(use.name) ?? [];
  return !given.some(one => compareSpans(span, one.span) <= 0 && compareSpans(one.span, use.span) < 0);
}

const known = new WeakMap<Module, ReadonlyMap<string, readonly LookUp[]>>();

/** By the name that is looked up. */
function lookUpsIn(module: Module): ReadonlyMap<string, readonly LookUp[]> {
  const before = known.get(module);
  if (before) return before;
  const found = new Map<string, LookUp[]>();
  for (const binding of module.bindings.flatMap(scope => [...scope.values()].flat())) {
    if (binding.kind !== 'assignment' || module.facts.language !== 'python') continue;
    for (const { object, index } of indexesIn(binding.value)) {
      if (index.kind !== 'name') continue;
      const lookUp = { table: object, name: index, binding };
      found.set(index.name, [...(found.get(index.name) ?? []), lookUp]);
    }
  }
  known.set(module, found);
  return found;
}

/** Expressions inside each other that are looked into. */
const deepest = 8;

/** What is looked up wherever the expression is read, whatever any condition in it says. */
function indexesIn(value: Expression | undefined, depth = 0): readonly Index[] {
  if (!value || depth > deepest) return [];
  switch (value.kind) {
    case 'index':
      return [value, ...indexesIn(value.object, depth + 1)];
    case 'member':
      return indexesIn(value.object, depth + 1);
    case 'call':
      return [value.callee, ...value.arguments.map(argument => argument.value)].flatMap(part =>
        indexesIn(part, depth + 1),
      );
    default:
      return [];
  }
}
