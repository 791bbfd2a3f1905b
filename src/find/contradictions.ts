import { isInside, type Span } from '../model/source.ts';
import type { Expression, Guard } from '../model/syntax.ts';
import { bindingsOf } from './bindings.ts';
import { callsBySpan } from './calls-by-span.ts';
import { type Choice, type Taken, takenOf, together } from './choices.ts';
import type { Evaluator } from './evaluator.ts';
import { comparedWith, constantOf, isLetIn } from './let-in.ts';
import { isData, type Module } from './module.ts';
import { dottedName, isSelf, lastName, rootName } from './names.ts';
import { type Place, placeOf } from './place.ts';
import { enclosingClass, scopesAround } from './scopes.ts';
import { isSwitchedOff } from './switched-off.ts';

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
    if (isWaySwitchedOff(evaluator, use, end)) return false;
    if (!end.choices) return true;
    const guards = guardsOf(use, end);
    if (guards.length === 0) return true;
    const taken = takenOf(end.choices, use.choices);
    const isGiven = [...taken].some(([of, calls]) => isExplicit(of, calls));
    const isContradicted =
      isGiven && guards.some(guard => isComparing(guard) && contradicts(evaluator, taken, guard, isClosed));
    return !isContradicted && !isDecidedTwice(evaluator, guards, end);
  });
}

function isComparing({ guard: { test } }: PlacedGuard): boolean {
  return test === undefined || test === 'part' || test === 'false';
}

/** Whether calls gave it, or a command line, and not the default of what they call or start. */
function isExplicit(of: object, calls: ReadonlySet<object> | undefined): boolean {
  return calls !== undefined && ('definition' in of || isCommand(of)) && !calls.has(of);
}

function isCommand(of: object): boolean {
  return 'script' in of && 'rows' in of;
}

interface PlacedGuard {
  readonly guard: Guard;
  readonly module: Module;
}

/** The guards of the blocks in which a value is used, handed on, and chosen. */
function guardsOf(use: Place, end: Place): readonly PlacedGuard[] {
  return [{ module: use.module, span: use.expression.span }, ...wayTo(use, end)].flatMap(({ module, span }) =>
    guardsAround(module, span),
  );
}

/** Whether a value is handed on or chosen where nothing ever runs. */
function isWaySwitchedOff(evaluator: Evaluator, use: Place, end: Place): boolean {
  return wayTo(use, end).some(({ module, span }) => isSwitchedOff(evaluator, module, span));
}

interface Spot {
  readonly module: Module;
  readonly span: Span;
}

/** Where a value is handed on, and where it is chosen. */
function wayTo(use: Place, { trail, choices }: Place): readonly Spot[] {
  const way: Spot[] = [];
  for (let step = trail; step && step !== use.trail; step = step.before) way.push(step);
  for (let choice = choices; choice && choice !== use.choices; choice = choice.before)
    for (const span of optionsOf(choice)) way.push({ module: choice.module, span });
  return way;
}

/** What a branch took: pieces of the source. */
function optionsOf({ kind, taken }: Choice): readonly Span[] {
  return kind === 'branch' ? [...taken].flatMap(option => ('start' in option ? (option as Span) : [])) : [];
}

/** Whether one condition would have to hold and to fail. */
function isDecidedTwice(evaluator: Evaluator, guards: readonly PlacedGuard[], end: Place): boolean {
  const decided = new Map<object, Map<string, string>>();
  for (const { guard, module } of guards) {
    const { test, subject } = guard;
    if (test !== 'true' && test !== 'false') continue;
    const condition = conditionOf(evaluator, subject, module);
    if (!condition || isCalledAgain(end, condition, module)) continue;
    const paths = decided.get(condition.of) ?? new Map<string, string>();
    decided.set(condition.of, paths);
    if ((paths.get(condition.path) ?? test) !== test) return true;
    paths.set(condition.path, test);
  }
  return false;
}

/** Whether the way to a value leads out of a function and into it again: its names are others there. */
function isCalledAgain({ trail }: Place, { scope }: Condition, module: Module): boolean {
  const owner = module.functions.get(scope);
  if (!owner) return false;
  const kin = enclosingClass(module, scope);
  const names = [owner.name, kin === undefined ? undefined : module.classes.get(kin)?.name];
  let wasInside = false;
  // From where the value is written on.
  for (let step = trail; step; step = step.before) {
    const call = callsBySpan(step.module).get(step.span);
    if (!call) continue;
    wasInside ||= step.module === module && scopesAround(module, call.scope).includes(scope);
    if (wasInside && names.includes(lastName(call.callee))) return true;
  }
  return false;
}

/** What tells a condition from others: the one thing that a name stands for, and what is asked of it. */
export interface Condition {
  readonly of: object;
  readonly path: string;
  /** Where the name is bound. */
  readonly scope: number;
}

/** Undefined where it may change between two places. */
export function conditionOf(
  evaluator: Evaluator,
  subject: Expression,
  module: Module,
): Condition | undefined {
  const path = dottedName(subject);
  const root = rootName(subject);
  if (path === undefined || !root || (subject.kind === 'member' && isChanged(subject, module)))
    return undefined;
  const [bound, ...others] = bindingsOf(evaluator, root, module) ?? [];
  return bound && others.length === 0 ? { of: bound.binding, path, scope: bound.scope } : undefined;
}

/** Whether the file sets the field more than once, or sets it on an object from outside. */
function isChanged({ object, property }: Extract<Expression, { kind: 'member' }>, module: Module): boolean {
  const owner = dottedName(object);
  if ((module.stores.get(property) ?? []).some(store => dottedName(store.object) === owner)) return true;
  const scope =
    object.kind === 'name' && isSelf(object.name) ? enclosingClass(module, object.scope) : undefined;
  const bound = scope === undefined ? undefined : module.bindings[scope]?.get(property);
  return bound !== undefined && bound.length > 1;
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

function contradicts(
  evaluator: Evaluator,
  taken: Taken,
  { guard, module }: PlacedGuard,
  isClosed: boolean,
): boolean {
  const allowed = comparedWith(evaluator, guard, module);
  if (!allowed) return false;
  const isForNothing = allowed.every(one => !one);
  let isOther = false;
  for (const end of subjects(evaluator, guard.subject, module)) {
    const own = takenOf(end.choices, undefined);
    if (!together(taken, own)) {
      // The command gives what else would be None.
      isOther ||= isForNothing && isOfOtherCommand(taken, own) && isNothing(end);
      continue;
    }
    if (end.outside && (isClosed || isExplicit(end.outside, taken.get(end.outside)))) continue;
    const value = isPlain(end, own, taken) ? constantOf(end) : undefined;
    if (value === undefined || isLetIn(guard, allowed, value)) return false;
    // A switch that calls give is often turned later: only a command says what stands beside it.
    isOther ||= guard.test !== 'false' && [...own.keys()].some(of => isExplicit(of, taken.get(of)));
  }
  return isOther;
}

/** Everything that what a block asks for can be. Remembered: many values come through one block. */
function subjects(evaluator: Evaluator, subject: Expression, module: Module): readonly Place[] {
  return evaluator.remembered('compared', subject, () => evaluator.follow(placeOf(subject, module)));
}

function isNothing(end: Place): boolean {
  const value = constantOf(end);
  return value !== undefined && !value;
}

/** Whether no command that gave something gave that, too. */
function isOfOtherCommand(taken: Taken, own: Taken): boolean {
  return [...taken].some(([of, rows]) => {
    const others = isCommand(of) && isExplicit(of, rows) ? own.get(of) : undefined;
    return others !== undefined && ![...rows].some(row => others.has(row));
  });
}

/**
 * Whether nothing but calls of the program gave a value, or the very command that gave the other: of what a user, a file or
 * a helper says there may be others.
 */
function isPlain({ module, isByName, isGuessed, trail }: Place, taken: Taken, other: Taken): boolean {
  if (isByName || isGuessed) return false;
  const isOfCommand = [...taken.keys()].some(of => isCommand(of) && isExplicit(of, other.get(of)));
  if (isOfCommand) return true;
  if (isData(module)) return false;
  const sites = new Set<object>();
  for (const call of [...taken.values()].flatMap(calls => [...calls]))
    if ('span' in call) sites.add(call.span as Span);
  for (let step = trail; step; step = step.before)
    if (callsBySpan(step.module).has(step.span) && !sites.has(step.span)) return false;
  return true;
}
