import { isInside, type Span } from '../model/source.ts';
import type { Expression, Guard } from '../model/syntax.ts';
import { callsBySpan } from './calls-by-span.ts';
import type { Taken } from './choices.ts';
import type { Evaluator } from './evaluator.ts';
import { isData, type Module } from './module.ts';
import { type Place, placeOf } from './place.ts';

export interface PlacedGuard {
  readonly guard: Guard;
  readonly module: Module;
}

/** Of a file with more conditions nobody asks where each of its values stands. */
const maxGuards = 4_000;

const known = new WeakMap<Span, readonly PlacedGuard[]>();

/** The guards of the blocks around a piece of a file. */
export function guardsAround(module: Module, span: Span): readonly PlacedGuard[] {
  const { length } = module.facts.guards;
  if (length === 0 || length > maxGuards) return [];
  const found =
    known.get(span) ??
    module.facts.guards.filter(({ within }) => isInside(span, within)).map(guard => ({ guard, module }));
  known.set(span, found);
  return found;
}

/** Everything that what a block asks for can be. Remembered: many values come through one block. */
export function subjects(evaluator: Evaluator, subject: Expression, module: Module): readonly Place[] {
  return evaluator.remembered('compared', subject, () => evaluator.follow(placeOf(subject, module)));
}

/**
 * Whether nothing but calls of the program gave a value: of what a user, a file or a helper says there may be others.
 */
export function isOfCallsAlone({ module, isByName, isGuessed = false, trail }: Place, taken: Taken): boolean {
  if (isByName || isGuessed || isData(module)) return false;
  const sites = new Set<object>();
  for (const call of [...taken.values()].flatMap(calls => [...calls]))
    if ('span' in call) sites.add(call.span as Span);
  for (let step = trail; step; step = step.before)
    if (callsBySpan(step.module).has(step.span) && !sites.has(step.span)) return false;
  return true;
}
