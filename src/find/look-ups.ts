import { compareSpans, isInside, type Span } from '../model/source.ts';
import type { Expression } from '../model/syntax.ts';
import type { Module } from './module.ts';
import { dottedName, rootName } from './names.ts';
import { oncePer } from './once-per.ts';

export type Name = Extract<Expression, { kind: 'name' }>;
type Index = Extract<Expression, { kind: 'index' }>;

/** `files = TABLE[name]`, `TABLE[self.name](…)`: where something is looked up, and where the answer to it is used. */
interface LookUp {
  readonly table: Name;
  /** The name, or what the dotted name begins with. */
  readonly name: Name;
  readonly span: Span;
  /** What runs only where the look-up does. */
  readonly within: Span | undefined;
}

/** The tables in which the code has surely looked up what a name or a member stands for, before it is used. */
export function lookUpsBefore(use: Expression, module: Module): readonly LookUp[] {
  if (use.kind !== 'name' && use.kind !== 'member') return [];
  const name = dottedName(use);
  const root = rootName(use);
  if (name === undefined || !root) return [];
  return (lookUpsIn(module).get(name) ?? []).filter(one => surelyRan(one, use, root, module));
}

/** Whether a look-up in the same scope comes before a use, in no block that the use is not in, of the same value. */
function surelyRan(
  { name, span, within }: LookUp,
  use: Expression,
  root: Name,
  { bindings, stores }: Module,
): boolean {
  const isBefore = name.scope === root.scope && compareSpans(name.span, root.span) < 0;
  if (!isBefore || (within && !isInside(use.span, within))) return false;
  // What it is given further down it may have in the next turn of a loop.
  const last = bindings[root.scope]?.get(root.name)?.at(-1);
  if (last !== undefined && compareSpans(last.span, span) >= 0) return false;
  return (
    use.kind !== 'member' ||
    !(stores.get(use.property) ?? []).some(store => compareSpans(store.span, span) > 0)
  );
}

/** What is looked up more often is asked about no more. */
const maxLookUps = 20;

/** By the dotted name of what is looked up. */
const lookUpsIn = oncePer((module: Module): ReadonlyMap<string, readonly LookUp[]> => {
  const found = new Map<string, LookUp[]>();
  for (const [name, lookUp] of module.facts.language === 'python' ? allLookUps(module) : []) {
    const same = found.get(name) ?? [];
    if (same.length < maxLookUps) same.push(lookUp);
    found.set(name, same);
  }
  return found;
});

function allLookUps({ facts }: Module): readonly (readonly [name: string, lookUp: LookUp])[] {
  const assigned = facts.scopes.flatMap(({ bindings }) =>
    bindings.filter(({ kind }) => kind === 'assignment'),
  );
  return [
    ...assigned.flatMap(({ value, span, within }) => lookUpsOf(value, span, within)),
    // What a call is given stands behind what it calls.
    ...facts.calls.flatMap(({ callee, span }) => lookUpsOf(callee, callee.span, span)),
  ];
}

function lookUpsOf(
  value: Expression | undefined,
  span: Span,
  within: Span | undefined,
): readonly (readonly [name: string, lookUp: LookUp])[] {
  return indexesIn(value).flatMap(({ object: table, index }) => {
    const name = dottedName(index);
    const root = rootName(index);
    return table.kind === 'name' && name !== undefined && root
      ? [[name, { table, name: root, span, within }] as const]
      : [];
  });
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
