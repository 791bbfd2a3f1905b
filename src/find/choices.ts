import type { Call } from '../model/syntax.ts';
import type { Module } from './module.ts';
import type { Place } from './place.ts';

/**
 * A run takes every item of a loop, one of the branches, and of the others those that it comes to. Of objects it may have
 * several at once, so that what one has goes with what another has.
 */
type ChoiceKind = 'loop' | 'branch' | 'object' | 'other';

/**
 * One of several was taken on the way to a value. Two values that stand on the same choice go together only where both
 * can have taken the same: the arguments of one call, the cells of one row, the members of one subclass.
 */
export interface Choice {
  /** What was chosen from: an object of the parser's, so that identity tells. */
  readonly of: object;
  /** With which of them the value goes. */
  readonly taken: ReadonlySet<object>;
  readonly kind: ChoiceKind;
  /** Where it was made. */
  readonly module: Module;
  readonly before: Choice | undefined;
}

export function choosing(place: Place, of: object, ...taken: readonly object[]): Place {
  return chosen(place, of, new Set(taken), 'other');
}

/** As `choosing`, of many. */
export function choosingAny(place: Place, of: object, taken: ReadonlySet<object>): Place {
  return chosen(place, of, taken, 'other');
}

/** As `choosing`, of the items of a list. */
export function looping(place: Place, of: object, taken: object): Place {
  return chosen(place, of, new Set([taken]), 'loop');
}

/** As `choosing`, where a run takes only one. */
export function branching(place: Place, of: object, taken: object): Place {
  return chosen(place, of, new Set([taken]), 'branch');
}

/** A place in the object of a class that was made by a call. */
export function inObject(place: Place, of: object, call: Call): Place {
  return chosen(place, of, new Set([call]), 'object');
}

function chosen(place: Place, of: object, taken: ReadonlySet<object>, kind: ChoiceKind): Place {
  const { module, choices } = place;
  return { ...place, choices: { of, taken, kind, module, before: choices } };
}

/** A place with the choices that another was made with since. */
export function choosingAs(place: Place, other: Place, since: Choice | undefined): Place {
  let { choices } = place;
  for (let choice = other.choices; choice && choice !== since; choice = choice.before) {
    choices = { ...choice, before: choices };
  }
  return { ...place, choices };
}

/** The call that made the object of a class in which a place lies, where that is known. */
export function creating(choices: Choice | undefined, of: object): Call | undefined {
  for (let choice = choices; choice; choice = choice.before)
    if (choice.kind === 'object' && choice.of === of) return [...choice.taken][0] as Call | undefined;
  return undefined;
}

/** Of choices, which objects of classes are read. */
export function objectsIn(choices: Choice | undefined): Choice | undefined {
  if (!choices) return undefined;
  const before = objectsIn(choices.before);
  return choices.kind === 'object' ? { ...choices, before } : before;
}

/** What was chosen, the last first. */
export function allTaken(choices: Choice | undefined): readonly object[] {
  return choices ? [...choices.taken, ...allTaken(choices.before)] : [];
}

/** The choices without which object of a class it is. */
export function outOfObject(choices: Choice | undefined, of: object | undefined): Choice | undefined {
  if (!choices) return undefined;
  const before = outOfObject(choices.before, of);
  if (choices.kind === 'object' && choices.of === of) return before;
  return before === choices.before ? choices : { ...choices, before };
}

/** What was taken of everything that was chosen from. */
export type Taken = ReadonlyMap<object, ReadonlySet<object>>;

/** What was taken since. */
export function takenOf(choices: Choice | undefined, since: Choice | undefined): Taken {
  const taken = new Map<object, ReadonlySet<object>>();
  for (let choice = choices; choice && choice !== since; choice = choice.before) {
    if (choice.kind === 'object') continue;
    const known = taken.get(choice.of);
    taken.set(choice.of, known ? intersection(known, choice.taken) : choice.taken);
  }
  return taken;
}

/** Whether one run can have taken all of it. */
export function isPossible({ choices }: Place): boolean {
  return [...takenOf(choices, undefined).values()].every(taken => taken.size > 0);
}

/** What is taken where both are; undefined where they do not go together. */
export function together(some: Taken, others: Taken): Taken | undefined {
  if (some.size === 0) return others;
  const all = new Map(some);
  for (const [of, taken] of others) {
    const known = all.get(of);
    const both = known ? intersection(known, taken) : taken;
    if (both.size === 0) return undefined;
    all.set(of, both);
  }
  return all;
}

function intersection(some: ReadonlySet<object>, others: ReadonlySet<object>): ReadonlySet<object> {
  return new Set([...some].filter(one => others.has(one)));
}

/** The kinds of choices that were made since. */
export function kindsOf(choices: Choice | undefined, since: Choice | undefined): ReadonlySet<ChoiceKind> {
  const kinds = new Set<ChoiceKind>();
  for (let choice = choices; choice && choice !== since; choice = choice.before) kinds.add(choice.kind);
  return kinds;
}
