import type { Binding, Call, FunctionDefinition } from '../model/syntax.ts';
import { type Bound, bindingsOf } from './bindings.ts';
import { choosingAs } from './choices.ts';
import type { Evaluator } from './evaluator.ts';
import { addedInside, grown, setInside } from './growth.ts';
import type { Module } from './module.ts';
import { barring, hasPassed, insideCalled, type Place, passing, placeOf } from './place.ts';
import { parameterMet } from './scopes.ts';

/** `config = fill(config, defaults)`, where the function gives back the object that it is handed. */
interface Link {
  readonly bound: Bound;
  readonly call: Call;
  /** Which argument the object is, as the name stood for it before. */
  readonly index: number;
  readonly module: Module;
  readonly scope: number;
  readonly parameter: Binding;
  /** Those inside the function. */
  readonly inner: readonly Link[];
}

/** A name's values with what only hands the same object on told apart. */
interface Handed {
  /** Where the object comes from. */
  readonly origins: readonly Bound[];
  readonly links: readonly Link[];
}

/** Functions that are looked at, one after the other and inside each other: more were not written to be read. */
const maxLinks = 100;
/** Functions inside each other that hand on the same object. */
const deepest = 12;

/**
 * However many functions one after the other are handed an object and give it back, it comes from where it came first.
 * `depth`: how many functions around it hand the object on.
 */
export function handedBack(evaluator: Evaluator, found: readonly Bound[], depth = 0): Handed {
  const all = new Map<Binding, Bound>(found.map(bound => [bound.binding, bound]));
  const links: Link[] = [];
  const origins: Bound[] = [];
  // What is added on the way is looked at too.
  for (const bound of all.values()) {
    const link = links.length < maxLinks ? linkOf(evaluator, bound, depth) : undefined;
    if (link) links.push(link);
    else origins.push(bound);
    for (const earlier of link ? boundBefore(evaluator, link) : [])
      if (!all.has(earlier.binding)) all.set(earlier.binding, earlier);
  }
  return origins.length > 0 ? { origins, links } : { origins: found, links: [] };
}

/** What the name stood for that a link hands on. */
function boundBefore(evaluator: Evaluator, { bound, call, index }: Link): readonly Bound[] {
  const argument = call.arguments[index]?.value;
  return (argument?.kind === 'name' && bindingsOf(evaluator, argument, bound.module)) || [];
}

/**
 * A name is asked for in many places: which of its calls hand it back is remembered, by the depth it is asked at, so that
 * an answer does not hang on who asked first.
 */
function linkOf(evaluator: Evaluator, bound: Bound, depth: number): Link | undefined {
  const { binding } = bound;
  const call = binding.value;
  if (call?.kind !== 'call' || depth >= deepest) return undefined;
  const index = call.arguments.findIndex(({ value }) => value.kind === 'name' && value.name === binding.name);
  if (index < 0) return undefined;
  const [link] = evaluator.rememberedOf(
    binding,
    String(depth),
    'handing',
    () => readLink(evaluator, bound, call, index, depth) ?? [],
  );
  return link;
}

function readLink(
  evaluator: Evaluator,
  bound: Bound,
  call: Call,
  index: number,
  depth: number,
): readonly Link[] | undefined {
  const [target, ...others] = evaluator.targets(call, bound.module);
  if (target?.expression.kind !== 'function' || others.length > 0) return undefined;
  const given = parameterOf(target.module, target.expression, call, index);
  const inner = given && linksTo(evaluator, target.module, target.expression, given, depth + 1);
  if (!inner) return undefined;
  const { scope } = target.expression;
  return [{ bound, call, index, module: target.module, scope, parameter: given, inner }];
}

/** The parameter of a plain function that an argument meets. */
export function parameterOf(
  module: Module,
  { scope }: FunctionDefinition,
  call: Call,
  index: number,
): Binding | undefined {
  const parent = module.facts.scopes[scope]?.parent;
  const isMethod = parent !== undefined && module.facts.scopes[parent]?.kind === 'class';
  const name = call.arguments[index]?.name;
  const isSpread = call.arguments.slice(0, index + 1).some(argument => argument.isSpread);
  if (isMethod || isSpread) return undefined;
  const found = parameterMet(module, scope, index, name);
  return found?.rest || found?.path ? undefined : found;
}

/** What hands a parameter on inside a function that always returns it; undefined for any other function. */
function linksTo(
  evaluator: Evaluator,
  module: Module,
  { scope, returns }: FunctionDefinition,
  parameter: Binding,
  depth: number,
): readonly Link[] | undefined {
  const links = new Map<Binding, Link>();
  for (const returned of returns) {
    if (returned.kind !== 'name' || returned.name !== parameter.name) return undefined;
    const found = handedBack(evaluator, bindingsOf(evaluator, returned, module) ?? [], depth);
    if (found.origins.some(({ binding }) => binding !== parameter) || found.origins.length === 0)
      return undefined;
    for (const link of found.links) links.set(link.bound.binding, link);
  }
  return returns.length > 0 && module.functions.has(scope) ? [...links.values()] : undefined;
}

/** An object with what the functions set on it that hand it back. Where it is given, what stands beside them sets fields too. */
export function withAllSet(
  evaluator: Evaluator,
  place: Place,
  links: readonly Link[],
  ends: readonly Place[],
): readonly Place[] {
  const [first] = links;
  if (!first) return ends;
  const { binding, scope, module } = first.bound;
  const isGiven = module.bindings[scope]?.get(binding.name)?.some(({ kind }) => kind === 'parameter');
  const there = passing({ ...place, module }, binding.span);
  const all = isGiven ? grown(evaluator, ends, there, binding, scope) : ends;
  return [...all, ...setByHands(evaluator, place, links, ends)];
}

/** What the functions set, and those inside them, each once. `ends`: what the object is. */
function setByHands(
  evaluator: Evaluator,
  place: Place,
  links: readonly Link[],
  ends: readonly Place[],
): readonly Place[] {
  const seen = new Set<Call>();
  return links.flatMap(link => {
    const { bound, call, parameter, scope } = link;
    const there = passing({ ...place, module: bound.module }, bound.binding.span);
    const inside = insideCalled(there, call, scope, link.module);
    const all = inside ? takenOnce(evaluator, place, link, seen) : [];
    if (!inside || all.length === 0) return [];
    const set = all.flatMap(one => setBy(evaluator, one));
    return [
      ...set.map(end => ({ ...end, ...wayOf(choosingAs(inside, end, undefined)) })),
      ...addedInside(ends, inside, parameter, scope),
    ];
  });
}

/**
 * A link and those inside it that were not seen before, as far as a budget of all of them reaches. However many ways lead
 * to a call, what it sets is the same: counted by their ways, they multiply with each function around it.
 */
function takenOnce(evaluator: Evaluator, place: Place, link: Link, seen: Set<Call>): readonly Link[] {
  const { bound, call, inner } = link;
  if (seen.has(call) || hasPassed(place, bound.binding.span) || hasPassed(place, call.span)) return [];
  if (seen.size >= maxLinks) evaluator.steps.isCut = true;
  if (seen.size >= maxLinks || !evaluator.steps.take()) return [];
  seen.add(call);
  return [link, ...inner.flatMap(one => takenOnce(evaluator, place, one, seen))];
}

/**
 * What one of them sets itself, whoever asks. What it is told by a field of the object is asked of the object as it came:
 * the others before it would ask each other. Remembered.
 */
function setBy(evaluator: Evaluator, link: Link): readonly Place[] {
  const { bound, call, module, scope, parameter } = link;
  return evaluator.remembered('handed', call, () => {
    const { links } = handedBack(evaluator, boundBefore(evaluator, link));
    const others = links.map(({ bound: { binding } }) => binding.span);
    const inside = insideCalled(barring(placeOf(call, bound.module), others), call, scope, module);
    return inside ? setInside(evaluator, inside, parameter, scope) : [];
  });
}

/** How it was come to a place. */
function wayOf({ trail, choices, isByName }: Place): Pick<Place, 'trail' | 'choices' | 'isByName'> {
  return { trail, choices, isByName };
}
