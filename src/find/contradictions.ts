import { isInside, type Span } from '../model/source.ts';
import type { Expression, Guard } from '../model/syntax.ts';
import { type Taken, takenOf, together } from './choices.ts';
import type { Evaluator } from './evaluator.ts';
import { isData, type Module } from './module.ts';
import { type Place, placeOf } from './place.ts';

/*
 * A call that gives a function a model often says beside it which of the function's branches it means:
 * `load(kind="local", model="x")` never comes to `if kind == "hub":`.
 */

/**
 * The ends without those that a call gave which cannot reach where they are used: the block runs only for a value of
 * something else, and that call gives it another. Where `isClosed`, nobody calls but the program.
 */
export function withoutContradictions(
  evaluator: Evaluator,
  use: Place,
  ends: readonly Place[],
  isClosed = false,
): readonly Place[] {
  return ends.filter(end => {
    if (!end.choices) return true;
    const taken = takenOf(end.choices, use.choices);
    const isGiven = [...taken].some(([of, calls]) => isExplicit(of, calls));
    return !isGiven || !guardsOf(use, end).some(guard => contradicts(evaluator, taken, guard, isClosed));
  });
}

/** Whether calls gave it, and not the default of what they call. */
function isExplicit(of: object, calls: ReadonlySet<object> | undefined): boolean {
  return calls !== undefined && 'definition' in of && !calls.has(of);
}

interface PlacedGuard {
  readonly guard: Guard;
  readonly module: Module;
}

/** The guards of the blocks in which a value is used and handed on. */
function guardsOf(use: Place, { trail }: Place): readonly PlacedGuard[] {
  const guards = [...guardsAround(use.module, use.expression.span)];
  for (let step = trail; step && step !== use.trail; step = step.before)
    guards.push(...guardsAround(step.module, step.span));
  return guards;
}

const known = new WeakMap<Span, readonly PlacedGuard[]>();

function guardsAround(module: Module, span: Span): readonly PlacedGuard[] {
  if (module.facts.guards.length === 0) return [];
  const found =
    known.get(span) ??
    module.facts.guards.filter(({ within }) => isInside(span, within)).map(guard => ({ guard, module }));
  known.set(span, found);
  return found;
}

function contradicts(
  evaluator: Evaluator,
  taken: Taken,
  { guard, module }: PlacedGuard,
  isClosed: boolean,
): boolean {
  const allowed = guard.values.flatMap(value => constants(evaluator, value, module));
  if (allowed.length === 0 || allowed.includes(undefined)) return false;
  let isOther = false;
  for (const end of subjects(evaluator, guard.subject, module)) {
    const own = takenOf(end.choices, undefined);
    if (!together(taken, own)) continue;
    if (end.outside && (isClosed || isExplicit(end.outside, taken.get(end.outside)))) continue;
    const value = isPlain(end, own) ? constantOf(end) : undefined;
    if (value === undefined || allowed.includes(value)) return false;
    isOther ||= [...own.keys()].some(of => isExplicit(of, taken.get(of)));
  }
  return isOther;
}

/** Everything that what a block asks for can be. Remembered: many values come through one block. */
function subjects(evaluator: Evaluator, subject: Expression, module: Module): readonly Place[] {
  return evaluator.remembered('compared', subject, () => evaluator.follow(placeOf(subject, module)));
}

function constants(
  evaluator: Evaluator,
  value: Expression,
  module: Module,
): readonly (string | number | boolean | null | undefined)[] {
  return evaluator.standsFor(value, module).map(constantOf);
}

function constantOf({ expression }: Place): string | number | boolean | null | undefined {
  return expression.kind === 'string' || expression.kind === 'literal' ? expression.value : undefined;
}

/** Whether nothing but calls of the program gave a value: of what a user, a file or a helper says there may be others. */
function isPlain({ module, isByName, isGuessed = false, trail }: Place, taken: Taken): boolean {
  if (isByName || isGuessed || isData(module)) return false;
  const sites = new Set<object>();
  for (const call of [...taken.values()].flatMap(calls => [...calls]))
    if ('span' in call) sites.add(call.span as Span);
  for (let step = trail; step; step = step.before)
    if (callSpans(step.module).has(step.span) && !sites.has(step.span)) return false;
  return true;
}

const spansOfCalls = new WeakMap<Module, ReadonlySet<Span>>();

function callSpans(module: Module): ReadonlySet<Span> {
  const spans = spansOfCalls.get(module) ?? new Set(module.facts.calls.map(({ span }) => span));
  spansOfCalls.set(module, spans);
  return spans;
}
