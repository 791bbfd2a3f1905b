import type { Binding, Call, FunctionDefinition } from '../model/syntax.ts';
import { type Bound, bindingsOf } from './bindings.ts';
import { choosingAs } from './choices.ts';
import type { Evaluator } from './evaluator.ts';
import { addedInside, grown, setInside } from './growth.ts';
import type { Module } from './module.ts';
import { barring, hasPassed, insideCalled, type Place, passing, placeOf } from './place.ts';

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

/** Functions one after the other that are looked at: more were not written to be read. */
const maxLinks = 100;

/** However many functions one after the other are handed an object and give it back, it comes from where it came first. */
export function handedBack(evaluator: Evaluator, found: readonly Bound[]): Handed {
  const all = new Map<Binding, Bound>(found.map(bound => [bound.binding, bound]));
  const links: Link[] = [];
  const origins: Bound[] = [];
  // What is added on the way is looked at too.
  for (const bound of all.values()) {
    const link = links.length < maxLinks ? linkOf(evaluator, bound) : undefined;
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

/** A name is asked for in many places: which of its calls hand it back is remembered. */
function linkOf(evaluator: Evaluator, bound: Bound): Link | undefined {
  const { binding } = bound;
  const call = binding.value;
  if (call?.kind !== 'call') return undefined;
  const index = call.arguments.findIndex(({ value }) => value.kind === 'name' && value.name === binding.name);
  if (index < 0) return undefined;
  const [link] = evaluator.remembered(
    'handing',
    binding,
    () => readLink(evaluator, bound, call, index) ?? [],
  );
  return link;
}

function readLink(
  evaluator: Evaluator,
  bound: Bound,
  call: Call,
  index: number,
): readonly Link[] | undefined {
  const [target, ...others] = evaluator.targets(call, bound.module);
  if (target?.expression.kind !== 'function' || others.length > 0) return undefined;
  const given = parameterOf(target.module, target.expression, call, index);
  const inner = given && linksTo(evaluator, target.module, target.expression, given);
  if (!inner) return undefined;
  const { scope } = target.expression;
  return [{ bound, call, index, module: target.module, scope, parameter: given, inner }];
}

/** The parameter of a plain function that an argument meets. */
function parameterOf(
  module: Module,
  { scope }: FunctionDefinition,
  call: Call,
  index: number,
): Binding | undefined {
  const { parent, bindings } = module.facts.scopes[scope] ?? {};
  const isMethod = parent !== undefined && module.facts.scopes[parent]?.kind === 'class';
  const name = call.arguments[index]?.name;
  const isSpread = call.arguments.slice(0, index + 1).some(argument => argument.isSpread);
  if (isMethod || isSpread) return undefined;
  const found = bindings?.find(
    binding =>
      binding.kind === 'parameter' && (name === undefined ? binding.index === index : binding.name === name),
  );
  return found?.rest || found?.path ? undefined : found;
}

/** What hands a parameter on inside a function that always returns it; undefined for any other function. */
function linksTo(
  evaluator: Evaluator,
  module: Module,
  { scope, returns }: FunctionDefinition,
  parameter: Binding,
): readonly Link[] | undefined {
  const links = new Map<Binding, Link>();
  for (const returned of returns) {
    if (returned.kind !== 'name' || returned.name !== parameter.name) return undefined;
    const found = handedBack(evaluator, bindingsOf(evaluator, returned, module) ?? []);
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

/** What the functions set. `ends`: what the object is. */
function setByHands(
  evaluator: Evaluator,
  place: Place,
  links: readonly Link[],
  ends: readonly Place[],
): readonly Place[] {
  return links.flatMap(link => {
    const { bound, call, parameter, scope } = link;
    if (hasPassed(place, bound.binding.span) || hasPassed(place, call.span) || !evaluator.steps.take())
      return [];
    const there = passing({ ...place, module: bound.module }, bound.binding.span);
    const inside = insideCalled(there, call, scope, link.module);
    if (!inside) return [];
    const set = setBy(evaluator, link).map(end => ({ ...end, ...wayOf(choosingAs(inside, end, undefined)) }));
    return [...set, ...addedInside(ends, inside, parameter, scope)];
  });
}

/**
 * What one of them sets, whoever asks. What it is told by a field of the object is asked of the object as it came: the
 * others before it would ask each other. Remembered.
 */
function setBy(evaluator: Evaluator, link: Link): readonly Place[] {
  const { bound, call, module, scope, parameter, inner } = link;
  return evaluator.remembered('handed', call, () => {
    const { links } = handedBack(evaluator, boundBefore(evaluator, link));
    const others = links.map(({ bound: { binding } }) => binding.span);
    const inside = insideCalled(barring(placeOf(call, bound.module), others), call, scope, module);
    if (!inside) return [];
    return [...setInside(evaluator, inside, parameter, scope), ...setByHands(evaluator, inside, inner, [])];
  });
}

/** How it was come to a place. */
function wayOf({ trail, choices, isByName }: Place): Pick<Place, 'trail' | 'choices' | 'isByName'> {
  return { trail, choices, isByName };
}
