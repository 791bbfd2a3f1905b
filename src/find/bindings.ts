import { comparePositions, compareSpans, isInside, type Span } from '../model/source.ts';
import type { Alternatives, Binding, Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { oncePer } from './once-per.ts';
import { programScope } from './scopes.ts';

/** Modules one name is looked for in, where each passes on all of another's. */
export const maxModules = 300;

/** A way a name gets its value, and where. */
export interface Bound {
  readonly binding: Binding;
  readonly scope: number;
  readonly module: Module;
}

/** How a name gets its value where it is used, with the module scope's imports of everything; undefined when nothing binds it. */
export function bindingsOf(
  evaluator: Evaluator,
  name: Extract<Expression, { kind: 'name' }>,
  module: Module,
): readonly Bound[] | undefined {
  let scope: number | undefined = name.scope;
  while (scope !== undefined) {
    const all = module.bindings[scope]?.get(name.name);
    const inner = all && innermost(parted(all).inner, name.span);
    if (inner) return [{ binding: inner, scope, module }];
    const found = all && parted(all).outer;
    // A class's own names are not seen from inside its methods, and in its body only once they are set.
    const isVisible =
      module.facts.scopes[scope]?.kind !== 'class' ||
      (scope === name.scope && found?.some(binding => isBefore(binding, name.span)) === true);
    if (found && found.length > 0 && isVisible) {
      const owner = scope;
      const seen = scope === name.scope ? reaching(found, name.span, module) : atTheEnd(found);
      return seen.map(binding => ({ binding, scope: owner, module }));
    }
    scope = module.facts.scopes[scope]?.parent;
  }
  return starBinding(evaluator, module, name.name, new Set(), programScope(module.facts, name.scope));
}

/** What a name that is imported with all others is bound to. */
export function starBinding(
  evaluator: Evaluator,
  module: Module,
  name: string,
  seen: Set<Module>,
  program = 0,
): readonly Bound[] | undefined {
  seen.add(module);
  for (const starred of module.facts.scopes[program]?.starImports.toReversed() ?? []) {
    const source = evaluator.program.imported(starred, module);
    if (!source || seen.has(source) || seen.size > maxModules) continue;
    const own = source.bindings[0]?.get(name);
    if (own && parted(own).outer.length > 0)
      return atTheEnd(own).map(binding => ({ binding, scope: 0, module: source }));
    const further = starBinding(evaluator, source, name, seen);
    if (further) return further;
  }
  return undefined;
}

/** The bindings of a name, those of comprehensions apart. */
const parted = oncePer((bindings: readonly Binding[]) => {
  const inner = bindings.filter(({ isInner }) => isInner === true);
  return { inner, outer: inner.length === 0 ? bindings : bindings.filter(({ isInner }) => isInner !== true) };
});

/** The binding of the innermost comprehension around a use, of whose items it is none itself. */
function innermost(inner: readonly Binding[], use: Span): Binding | undefined {
  const around = inner.filter(
    ({ within, value }) => within && isInside(use, within) && !(value && isInside(use, value.span)),
  );
  return around.reduce<Binding | undefined>((found, one) => {
    const isDeeper = !found?.within || (one.within !== undefined && isInside(one.within, found.within));
    return isDeeper ? one : found;
  }, undefined);
}

/** The bindings a use in the same scope can see: back from it to the last that surely ran, or to the last of which one did. */
function reaching(bindings: readonly Binding[], use: Span, module: Module): readonly Binding[] {
  const seen: Binding[] = [];
  const blocks = new Set<string>();
  /** A block in which what is before those seen is replaced. */
  let replaced: Span | undefined;
  for (let index = countUpTo(bindings, use) - 1; index >= 0; index -= 1) {
    const binding = bindings[index];
    if (!binding || !isBefore(binding, use) || (replaced && isInside(binding.span, replaced))) continue;
    seen.push(binding);
    const { within } = binding;
    if (within === undefined || isInside(use, within)) break;
    if (module.facts.alternatives.length === 0) continue;
    const key = placeKey(within);
    blocks.add(key);
    const alternatives = alternativesOf(module).get(key);
    // Back from the use, the first block comes last.
    if (!alternatives || !areAllSeen(alternatives, blocks, use)) continue;
    if (alternatives.within === undefined || isInside(use, alternatives.within)) break;
    replaced = alternatives.within;
  }
  return seen.length === 0 ? bindings : seen.reverse();
}

/** Whether one of some blocks surely ran before a use, each of which gives the name a value. `seen`: blocks that do. */
function areAllSeen({ blocks }: Alternatives, seen: ReadonlySet<string>, use: Span): boolean {
  return blocks.every(block => seen.has(placeKey(block)) && !isInside(use, block));
}

/** By the first of their blocks. */
const alternativesOf = oncePer((module: Module): ReadonlyMap<string, Alternatives> => {
  const found = new Map(
    module.facts.alternatives.flatMap(one => {
      const [first] = one.blocks;
      return first ? [[placeKey(first), one] as const] : [];
    }),
  );
  return found;
});

function placeKey({ cell, start }: Span): string {
  return `${cell ?? ''} ${start.line} ${start.character}`;
}

const few = 32;

/** How many of the bindings, which are in source order but for neighbours, can stand before a use. */
function countUpTo(bindings: readonly Binding[], use: Span): number {
  if (bindings.length <= few) return bindings.length;
  let low = 0;
  let high = bindings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = bindings[middle]?.span;
    if (span && compareSpans(span, use) <= 0) low = middle + 1;
    else high = middle;
  }
  return Math.min(bindings.length, low + few);
}

/** What a name has once its scope has run: the last that surely ran, and what may have run after it. */
export function atTheEnd(all: readonly Binding[]): readonly Binding[] {
  const bindings = parted(all).outer;
  const last = bindings.findLastIndex(({ within }) => within === undefined);
  return bindings.slice(Math.max(0, last));
}

/** A binding holds from the end of its value on: in `pipe = pipe(…)` the second name has its old value. */
function isBefore({ span, value }: Binding, use: Span): boolean {
  const cells = (span.cell ?? -1) - (use.cell ?? -1);
  if (cells !== 0) return cells < 0;
  const isOwnValue = value !== undefined && isInside(use, value.span);
  return !isOwnValue && comparePositions(span.start, use.start) < 0;
}
