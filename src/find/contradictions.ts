import { isInside, type Span } from '../model/source.ts';
import type { Expression, Guard } from '../model/syntax.ts';
import { bindingsOf } from './bindings.ts';
import { type Choice, type Taken, takenOf, together } from './choices.ts';
import type { Evaluator } from './evaluator.ts';
import { enclosingClass, isData, type Module } from './module.ts';
import { dottedName, isSelf } from './names.ts';
import { type Place, placeOf } from './place.ts';

/*
 * Not every value that a name can have comes to each of its uses. A call that gives a function a model often says beside
 * it which of the function's branches it means: `load(kind="local", model="x")` never comes to `if kind == "hub":`. And
 * one condition may decide twice: `name = "a" if is_local else "b"`, then `if is_local: load(name)`.
 */

/**
 * The ends without those that cannot come to where they are used: the block runs only for a value of something else, and
 * the call that gave them gives it another, or what they were chosen by decides otherwise there. Where `isClosed`, nobody
 * calls but the program.
 */
export function withoutContradictions(
  evaluator: Evaluator,
  use: Place,
  ends: readonly Place[],
  isClosed = false,
): readonly Place[] {
  return ends.filter(end => {
    if (!end.choices) return true;
    const guards = guardsOf(use, end);
    if (guards.length === 0) return true;
    const taken = takenOf(end.choices, use.choices);
    const isGiven = [...taken].some(([of, calls]) => isExplicit(of, calls));
    const isContradicted =
      isGiven && guards.some(guard => isComparing(guard) && contradicts(evaluator, taken, guard, isClosed));
    return !isContradicted && !isDecidedTwice(evaluator, guards);
  });
}

function isComparing({ guard }: PlacedGuard): boolean {
  return guard.test === undefined;
}

/** Whether calls gave it, and not the default of what they call. */
function isExplicit(of: object, calls: ReadonlySet<object> | undefined): boolean {
  return calls !== undefined && 'definition' in of && !calls.has(of);
}

interface PlacedGuard {
  readonly guard: Guard;
  readonly module: Module;
}

/** The guards of the blocks in which a value is used, handed on, and chosen. */
function guardsOf(use: Place, { trail, choices }: Place): readonly PlacedGuard[] {
  const guards = [...guardsAround(use.module, use.expression.span)];
  for (let step = trail; step && step !== use.trail; step = step.before)
    guards.push(...guardsAround(step.module, step.span));
  for (let choice = choices; choice && choice !== use.choices; choice = choice.before)
    for (const span of optionsOf(choice)) guards.push(...guardsAround(choice.module, span));
  return guards;
}

/** What a branch took: pieces of the source. */
function optionsOf({ kind, taken }: Choice): readonly Span[] {
  return kind === 'branch' ? [...taken].flatMap(option => ('start' in option ? (option as Span) : [])) : [];
}

/** Whether one condition would have to hold and to fail. */
function isDecidedTwice(evaluator: Evaluator, guards: readonly PlacedGuard[]): boolean {
  const decided = new Map<object | string, string>();
  for (const { guard, module } of guards) {
    const { test, subject } = guard;
    if (test !== 'true' && test !== 'false') continue;
    const condition = conditionOf(evaluator, subject, module);
    if (condition === undefined) continue;
    if ((decided.get(condition) ?? test) !== test) return true;
    decided.set(condition, test);
  }
  return false;
}

/** What tells a condition from others: the one way that a name or a member gets its value; undefined where it may change. */
function conditionOf(evaluator: Evaluator, subject: Expression, module: Module): object | string | undefined {
  if (subject.kind === 'member') return memberOf(subject, module);
  if (subject.kind !== 'name') return undefined;
  const [bound, ...others] = bindingsOf(evaluator, subject, module) ?? [];
  return others.length === 0 ? bound?.binding : undefined;
}

function memberOf(
  { object, property }: Extract<Expression, { kind: 'member' }>,
  module: Module,
): object | string | undefined {
  const owner = dottedName(object);
  const stores = (module.stores.get(property) ?? []).filter(store => dottedName(store.object) === owner);
  if (owner === undefined || stores.length > 0) return undefined;
  const scope =
    object.kind === 'name' && isSelf(object.name) ? enclosingClass(module, object.scope) : undefined;
  const [bound, ...others] = (scope === undefined ? undefined : module.bindings[scope]?.get(property)) ?? [];
  return others.length === 0 ? (bound ?? `${module.file} ${owner}.${property}`) : undefined;
}

/** Of a file with more conditions nobody asks where each of its values stands. */
const maxGuards = 4_000;

const known = new WeakMap<Span, readonly PlacedGuard[]>();

function guardsAround(module: Module, span: Span): readonly PlacedGuard[] {
  const { length } = module.facts.guards;
  if (length === 0 || length > maxGuards) return [];
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
