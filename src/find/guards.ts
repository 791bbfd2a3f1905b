import { comparePositions, compareSpans, isInside, type Span } from '../model/source.ts';
import type { Expression, Guard } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { keysLookedUp } from './keys-looked-up.ts';
import { comparedWith, isLetIn } from './let-in.ts';
import { withoutMissingKeys } from './missing-keys.ts';
import type { Module } from './module.ts';
import { dottedName } from './names.ts';
import { isSameScope, withComparedNames } from './nicknames.ts';
import { at, hasPassed, type Place, passing } from './place.ts';

/** What a name or member stands for, with what the conditions around its use say of it. */
export function guarded(evaluator: Evaluator, place: Place, ends: readonly Place[]): readonly Place[] {
  const all = [
    ...withinLimits(evaluator, place, ends),
    ...guardedValues(evaluator, place),
    ...keysLookedUp(evaluator, place, ends),
  ];
  const left = withoutMissingKeys(evaluator, place, withoutOthers(place, all));
  return withLocalPaths(place, withComparedNames(place, asListed(place, left)));
}

/** Inside `if name in timm.list_models():` a text counts only where the library has a model of that name. */
function asListed({ expression, module }: Place, ends: readonly Place[]): readonly Place[] {
  const name = module.listed.size === 0 ? undefined : dottedName(expression);
  const guards = (name === undefined ? undefined : module.listed.get(name)) ?? [];
  return guards.some(guard => isAround(guard, expression) && !isSetBetween(module, expression, guard))
    ? ends.map(end => ({ ...end, isGuessed: true }))
    : ends;
}

/** Inside `if name in ("a", "b"):` it is one of these, and nothing that only the run knows. */
function withoutOthers({ expression, module }: Place, ends: readonly Place[]): readonly Place[] {
  const isListed = limitsOf(module, expression).some(
    ({ test, values }) => test === undefined && values.every(({ kind }) => kind === 'string'),
  );
  return isListed && ends.some(isText) ? ends.filter(end => end.expression.kind !== 'opaque') : ends;
}

/** The ends without the texts for which the blocks around do not run: `if "part" in name: load(name)`. */
function withinLimits(evaluator: Evaluator, place: Place, ends: readonly Place[]): readonly Place[] {
  if (place.module.limits.size === 0 || !ends.some(isText)) return ends;
  const isMeant = meantTexts(evaluator, place);
  return ends.filter(({ expression }) => expression.kind !== 'string' || isMeant(expression.value));
}

/** Tells for which texts the blocks run that are around the use of a name or member. */
export function meantTexts(evaluator: Evaluator, { expression, module }: Place): (text: string) => boolean {
  const limits = limitsOf(module, expression).flatMap(guard => {
    const compared = comparedWith(evaluator, guard, module);
    return compared ? [{ guard, compared }] : [];
  });
  return text => limits.every(({ guard, compared }) => isLetIn(guard, compared, text));
}

/** A name that is compared more often is not asked about. */
const maxLimits = 500;

const knownLimits = new WeakMap<Expression, readonly Guard[]>();

/** The conditions on a name around one of its uses that still hold there. */
function limitsOf(module: Module, use: Expression): readonly Guard[] {
  if (module.limits.size === 0) return [];
  const before = knownLimits.get(use);
  if (before) return before;
  const name = dottedName(use);
  const all = (name === undefined ? undefined : module.limits.get(name)) ?? [];
  const found =
    all.length > maxLimits
      ? []
      : all.filter(guard => isAround(guard, use) && !isSetBetween(module, use, guard));
  knownLimits.set(use, found);
  return found;
}

/** Whether a block runs for a name of the same scope as the one that is used in it. */
function isAround({ subject, within }: Guard, use: Expression): boolean {
  return isInside(use.span, within) && isSameScope(subject, use);
}

function isText({ expression }: Place): boolean {
  return expression.kind === 'string';
}

/** What a name or member was compared with, where it is used in the block that runs when it is that. */
function guardedValues(evaluator: Evaluator, place: Place): readonly Place[] {
  const { expression, module } = place;
  if (module.guards.size === 0) return [];
  const name = dottedName(expression);
  const guards = name === undefined ? [] : (module.guards.get(name) ?? []);
  return (
    guards
      .filter(guard => isInside(expression.span, guard.within) && !isSetBetween(module, expression, guard))
      .flatMap(({ values }) => values.filter(({ kind }) => kind === 'string'))
      .filter(value => !hasPassed(place, value.span))
      .flatMap(value => evaluator.follow(at(passing(place, value.span), value)))
      // A single word may name a kind of model, as one that a parameter brings.
      .map(value => ({ ...value, isGiven: true }))
  );
}

/**
 * Marks the values of a name that the code uses only where there is a path of that name: inside `if exists(name):`, and
 * behind `if not exists(name):` whose block sets it to something else, for what it was before.
 */
function withLocalPaths(place: Place, ends: readonly Place[]): readonly Place[] {
  const { expression, module } = place;
  const name = module.paths.size === 0 ? undefined : dottedName(expression);
  const guards = (name === undefined ? undefined : module.paths.get(name)) ?? [];
  return guards
    .filter(({ subject }) => isSameScope(subject, expression))
    .reduce(
      (all, guard) => all.map(end => (isLocalBy(guard, place, end) ? { ...end, isLocal: true } : end)),
      ends,
    );
}

function isLocalBy(
  { test, within, subject }: Guard,
  { expression, module }: Place,
  { trail }: Place,
): boolean {
  const isThere = isInside(expression.span, within);
  if (test === 'path') return isThere;
  // Of another function nobody knows the order: it gets what this one has prepared.
  const isBehind = compareSpans(within, expression.span) < 0 || scopeOf(subject) !== scopeOf(expression);
  if (isThere || !isBehind || !isSetWithin(module, expression, within)) return false;
  for (let step = trail; step; step = step.before)
    if (step.module === module && isInside(step.span, within)) return false;
  return true;
}

/** Where a name stands, or the one that a member's owner starts with. */
function scopeOf(expression: Expression): number | undefined {
  if (expression.kind === 'name') return expression.scope;
  return expression.kind === 'member' ? scopeOf(expression.object) : undefined;
}

/** Whether the block gives the name another value before it uses it. */
function isSetBetween(module: Module, use: Expression, { within }: Guard): boolean {
  return isSetWithin(module, use, within, span => comparePositions(span.start, use.span.start) < 0);
}

/** Whether a block sets a name or a member. */
function isSetWithin(
  { bindings, stores }: Module,
  use: Expression,
  within: Span,
  isMeant: (span: Span) => boolean = () => true,
): boolean {
  const isThere = (span: Span): boolean => isInside(span, within) && isMeant(span);
  if (use.kind === 'member') {
    const name = dottedName(use.object);
    const isStored = (stores.get(use.property) ?? []).some(
      store => dottedName(store.object) === name && isThere(store.span),
    );
    return (
      isStored ||
      bindings.some(scope =>
        (scope.get(use.property) ?? []).some(({ kind, span }) => kind === 'member' && isThere(span)),
      )
    );
  }
  return use.kind === 'name' && (bindings[use.scope]?.get(use.name) ?? []).some(({ span }) => isThere(span));
}
