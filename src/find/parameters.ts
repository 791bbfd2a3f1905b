import type { Binding, Call, Expression, RecordEntry } from '../model/syntax.ts';
import type { Bound } from './bindings.ts';
import { positionalArguments } from './call-arguments.ts';
import { sitesOf } from './call-sites.ts';
import { choosing, isPossible, takenOf, together } from './choices.ts';
import { lineOf } from './class-bases.ts';
import { isOpen } from './class-parts.ts';
import { decoratedValues } from './decorators.ts';
import type { Evaluator } from './evaluator.ts';
import { frameworkValues } from './framework.ts';
import { isBareName } from './made-objects.ts';
import type { Module } from './module.ts';
import { textOf } from './names.ts';
import { constructedBy, outsideObject, sitesOfObject } from './object-sites.ts';
import { at, type Frame, frameAround, frameOf, hasPassed, type Place, passing, unknown } from './place.ts';
import type { CallSite } from './program.ts';
import { isReplaced } from './replaced-defaults.ts';
import { classOf } from './scopes.ts';
import { shiftOf } from './shifts.ts';

/** What a parameter can stand for: what the call being read gives, or what every call in the program gives, or its default. */
export function parameterValues(
  evaluator: Evaluator,
  place: Place,
  binding: Binding,
  scope: number,
): readonly Place[] {
  const { module } = place;
  const frame = frameOf(place, scope);
  if (frame) return fromFrame(evaluator, place, frame, binding);
  const outside: Place = { ...place, frame: undefined };
  const decorated = [
    ...decoratedValues(evaluator, outside, binding, scope),
    ...frameworkValues(evaluator, outside, binding, scope),
  ];
  const given = fromSites(evaluator, place, binding, scope);
  // Where calls of the program leave it to a default, or give a text each, none takes what else its type allows.
  const isSettled =
    decorated.length === 0 &&
    given.length > 0 &&
    given.every(({ expression }) => expression.kind === 'string') &&
    sitesOf(evaluator, module, scope).length > 0;
  const ofItsType = ofType(evaluator, outside, binding);
  return [
    ...given,
    ...decorated,
    ...(isSettled ? ofItsType.filter(({ expression }) => expression.kind !== 'string') : ofItsType),
    // Somebody else may give it any other value.
    { ...unknown(outside), outside: module.functions.get(scope) },
  ];
}

/** Objects of the classes that the annotation names. Nobody gave the texts that it allows, so they must be known. */
export function ofType(
  evaluator: Evaluator,
  place: Place,
  { type }: { readonly type?: Expression },
): readonly Place[] {
  // Most annotations name a library's classes, which cost a glance.
  return (type ? evaluator.glance(type, place.module) : []).flatMap(({ expression, module }) => {
    if (expression.kind === 'class') return { ...place, expression, module };
    return expression.kind === 'string' ? { ...place, expression, module, isByName: true } : [];
  });
}

/** The default, and what every call gives. What one call gives goes together, with the defaults of what it leaves out. */
function fromSites(evaluator: Evaluator, place: Place, binding: Binding, scope: number): readonly Place[] {
  // What stands in the function being read knows what that was given: its own functions, and calls that make an object.
  const outside = frameAround(place, scope) ? place : { ...place, frame: undefined };
  const fallback = binding.value ? evaluator.follow(at(outside, binding.value)) : [];
  const owner = outside.module.functions.get(scope);
  const sites = sitesOf(evaluator, outside.module, scope).filter(site =>
    mayMake(evaluator, site, outside, scope),
  );
  if (!owner || sites.length === 0) return fallback;
  const maker = constructedBy(outside.module, scope);
  const own = sitesOfObject(outside, maker, sites);
  const ofObject =
    own.length > 0 ? fromOwnSites(evaluator, outsideObject(place, maker), own, binding, scope, fallback) : [];
  // Where they tell nothing, as where the way leads through a second object of the class, all calls are asked.
  if (!ofObject.every(isOpen)) return ofObject;
  const silent: object[] = [owner];
  let mayBeTaken = binding.path !== undefined;
  const given = evaluator.steps.inTurn(sites, site => {
    const values = fromSite(evaluator, place, site, binding, scope);
    if (!values) silent.push(site.call);
    if (!values || isFromSpread(site.call, binding) || hasPassed(outside, site.call.span)) mayBeTaken = true;
    const meant = values?.filter(value => isMeant(site, value, outside)) ?? [];
    return meant.map(value => ofMaker(choosing(value, owner, site.call), outside.module, scope, site));
  });
  const taken = mayBeTaken || !isReplaced(evaluator, outside.module, scope, sites);
  // A default that all calls replace says nothing but where they give the same.
  const texts = new Set(given.map(({ expression }) => textOf(expression)));
  const left = fallback.filter(
    ({ expression }) => taken || expression.kind !== 'string' || texts.has(expression.value),
  );
  return [...left.map(value => choosing(value, owner, ...silent)), ...given];
}

/** What the calls that made the object which is read give, or the default where they leave that out. */
function fromOwnSites(
  evaluator: Evaluator,
  place: Place,
  sites: readonly CallSite[],
  binding: Binding,
  scope: number,
  fallback: readonly Place[],
): readonly Place[] {
  return sites.flatMap(site => {
    const { call } = site;
    const values = fromSite(evaluator, place, site, binding, scope);
    if (!values) return fallback;
    if (values.every(isOpen)) return [];
    const isSure = !isFromSpread(call, binding) && !hasPassed(place, call.span) && binding.path === undefined;
    return isSure ? values : [...fallback, ...values];
  });
}

/** Whether only what a call spreads could give it: nobody knows that it is there each time. */
function isFromSpread({ arguments: given }: Call, { name }: Binding): boolean {
  return (
    given.every(argument => argument.name !== name) &&
    given.some(argument => argument.name === '**' || argument.isSpread === true)
  );
}

/** What calls the result of a function goes with the call that made it: `@register("name")` with the name. */
function ofMaker(value: Place, { facts, functions }: Module, scope: number, { call }: CallSite): Place {
  const parent = facts.scopes[scope]?.parent;
  const maker = parent === undefined ? undefined : functions.get(parent);
  return maker && call.callee.kind === 'call' ? choosing(value, maker, call.callee) : value;
}

/** Whether a constructor's call can make the object that is read: of no sibling of the class that was taken on the way there. */
function mayMake(
  evaluator: Evaluator,
  { makes }: CallSite,
  { choices, module }: Place,
  scope: number,
): boolean {
  const owner = makes && choices && classOf(module, scope);
  const taken = owner && takenOf(choices, undefined).get(owner.definition);
  if (!makes || !taken) return true;
  return makes.some(made => lineOf(evaluator, made).some(({ expression }) => taken.has(expression)));
}

/** Whether a call of several gives a value where it calls the function: `KINDS[kind](path)` of one row. */
function isMeant({ ways }: CallSite, { choices }: Place, outside: Place): boolean {
  const taken = takenOf(choices, outside.choices);
  return ways === undefined || ways.some(way => together(way, taken) !== undefined);
}

function fromFrame(
  evaluator: Evaluator,
  place: Place,
  { call, caller, scope }: Frame,
  binding: Binding,
): readonly Place[] {
  const shift = shiftOf(evaluator, { call, module: caller.module }, place.module, scope);
  const back: Place = { ...place, module: caller.module, frame: caller.frame, expression: call };
  const given = argumentFor(evaluator, back, call, binding, shift);
  if (given) return partsAlong(evaluator, given, binding).filter(isPossible).map(asGiven);
  return binding.value
    ? evaluator.follow({ ...place, expression: binding.value, frame: undefined })
    : [unknown(place)];
}

/** Undefined where the call leaves it out. */
function fromSite(
  evaluator: Evaluator,
  place: Place,
  site: CallSite,
  binding: Binding,
  scope: number,
): readonly Place[] | undefined {
  const { call, module } = site;
  if (hasPassed(place, call.span)) return [];
  const frame = frameAround({ ...place, module }, call.scope);
  const from = { ...place, module, frame, expression: call };
  const there = passing(from, call.span);
  const shift = shiftOf(evaluator, site, place.module, scope);
  const given = argumentFor(evaluator, there, call, binding, shift);
  const values = given && partsAlong(evaluator, given, binding).map(asGiven);
  return isBareName(call) ? values?.map(value => ({ ...value, isByName: true })) : values;
}

/** The arguments that calls give to a parameter, as they are written. */
export function writtenArguments(
  evaluator: Evaluator,
  place: Place,
  binding: Binding,
  scope: number,
): readonly Place[] {
  const { module } = place;
  const frame = frameOf(place, scope);
  if (frame) return hasPassed(place, frame.call.span) ? [] : writtenHere(evaluator, place, binding, scope);
  return sitesOf(evaluator, module, scope).flatMap(site => {
    if (hasPassed(place, site.call.span)) return [];
    const from = { ...place, module: site.module, frame: undefined };
    return writtenBy(evaluator, passing(from, site.call.span), site, { binding, scope, module });
  });
}

/** The same of the call that is being read alone. */
export function writtenHere(
  evaluator: Evaluator,
  place: Place,
  binding: Binding,
  scope: number,
): readonly Place[] {
  const { module } = place;
  const frame = frameOf(place, scope);
  if (!frame) return [];
  const { call, caller } = frame;
  const from = passing({ ...place, module: caller.module, frame: caller.frame }, call.span);
  return writtenBy(evaluator, from, { call, module: caller.module }, { binding, scope, module });
}

function writtenBy(
  evaluator: Evaluator,
  there: Place,
  site: CallSite,
  { binding, scope, module }: Bound,
): readonly Place[] {
  const { arguments: given } = site.call;
  const named = given.find(argument => argument.name === binding.name);
  if (named) return [at(there, named.value)];
  const position = (binding.index ?? -1) - shiftOf(evaluator, site, module, scope);
  const positional = given.filter(argument => argument.name === undefined)[position];
  return positional && !positional.isSpread ? [at(there, positional.value)] : [];
}

function asGiven(place: Place): Place {
  return { ...place, isGiven: true };
}

/** What a destructured parameter takes of its argument. */
function partsAlong(
  evaluator: Evaluator,
  places: readonly Place[],
  { path = [] }: Binding,
): readonly Place[] {
  return path.reduce((owners, key) => owners.flatMap(owner => evaluator.partOf(owner, key, owner)), places);
}

/** What meets a parameter, `shift` of whose places the caller does not write; undefined when the call does not give it. */
function argumentFor(
  evaluator: Evaluator,
  there: Place,
  call: Call,
  { name, index, rest }: Binding,
  shift: number,
): readonly Place[] | undefined {
  if (rest === 'record') return followed(evaluator, there, leftOver(call));
  if (rest === 'list') return followed(evaluator, there, itemsFrom(call, (index ?? 0) - shift));
  const named = call.arguments.find(argument => argument.name === name);
  if (named) return evaluator.follow(at(there, named.value));
  const position = index === undefined || index < shift ? undefined : index - shift;
  const positional = position === undefined ? undefined : positionalArguments(there, evaluator)[position];
  return positional ? evaluator.follow(positional) : fromSpreadRecords(evaluator, there, call, name);
}

function followed(
  evaluator: Evaluator,
  there: Place,
  given: Expression | undefined,
): readonly Place[] | undefined {
  return given && evaluator.follow(at(there, given));
}

/** `load(**options)` gives each parameter the entry of its name. */
function fromSpreadRecords(
  evaluator: Evaluator,
  there: Place,
  call: Call,
  name: string,
): readonly Place[] | undefined {
  const parts = call.arguments
    .filter(argument => argument.name === '**')
    .flatMap(({ value }) => evaluator.follow(at(there, value)))
    .flatMap(record => evaluator.partOf(record, name, record))
    .filter(({ expression }) => expression.kind !== 'opaque');
  return parts.length > 0 ? parts : undefined;
}

/** The positional arguments that `*items` takes. */
function itemsFrom(call: Call, start: number): Expression {
  const items = call.arguments
    .filter(({ name }) => name === undefined)
    .slice(Math.max(0, start))
    .map(
      ({ value, isSpread }): Expression =>
        isSpread ? { kind: 'element', of: value, span: value.span } : value,
    );
  return { kind: 'list', items, span: call.span };
}

/** Every keyword of a call, as the record that `**options` becomes. */
function leftOver(call: Call): Expression | undefined {
  const entries = call.arguments.flatMap(({ name, value }): RecordEntry[] => {
    if (name === undefined) return [];
    return [{ key: name === '**' ? undefined : { kind: 'string', value: name, span: value.span }, value }];
  });
  return entries.length > 0 ? { kind: 'record', entries, span: call.span } : undefined;
}
