import type { Argument, Binding, Call, Expression, FunctionDefinition } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { indexBy } from './index-by.ts';
import type { Module, Named } from './module.ts';
import { lastName, rootOf } from './names.ts';
import { oncePer } from './once-per.ts';
import type { CallSite } from './program.ts';
import { parameterMet, scopesAround } from './scopes.ts';
import { shiftOf } from './shifts.ts';

/** As many calls that hand a function on are looked into, and of each function that does so in turn, through so many. */
const mostHanding = 40;
const mostHandingOn = 8;
const deepest = 3;

/**
 * Calls of a function by the name of a parameter, in the functions of the program that it is handed to: `fn(settings)` of
 * `def launch(fn):` where `launch(main)`.
 */
export function callsByParameter(
  evaluator: Evaluator,
  { file }: Module,
  { name }: Named<FunctionDefinition>,
): readonly CallSite[] {
  if (name === undefined) return [];
  const handing = evaluator.program
    .handing({ name, file })
    .flatMap(({ name: handed, module }) =>
      (handingCalls(module).get(handed) ?? []).map(call => ({ call, module, handed })),
    );
  const walk = { evaluator, seen: new Set<Binding>() };
  return handing
    .slice(0, mostHanding)
    .flatMap(({ handed, ...site }) =>
      callsInside(walk, site, value => isReference(value) && lastName(value) === handed),
    );
}

/** The calls of a function that is written where another one is handed it: `apply(lambda name: load(name), names)`. */
export function callsOfWritten(
  evaluator: Evaluator,
  site: CallSite,
  { definition }: Named<FunctionDefinition>,
): readonly CallSite[] {
  return callsInside({ evaluator, seen: new Set() }, site, value => value === definition);
}

interface Walk {
  readonly evaluator: Evaluator;
  /** Parameters that were looked into: many calls may hand a function to one. */
  readonly seen: Set<Binding>;
}

/** The calls of what is handed over in a call, told by `isHanded`, in the function that gets it. */
function callsInside(
  walk: Walk,
  site: CallSite,
  isHanded: (value: Expression) => boolean,
  depth = 0,
): readonly CallSite[] {
  const { call, module: caller } = site;
  const handed = call.arguments.filter(({ value, isSpread }) => isSpread !== true && isHanded(value));
  if (handed.length === 0 || depth >= deepest) return [];
  return walk.evaluator.targets(call, caller).flatMap(({ expression, module }) => {
    if (expression.kind !== 'function') return [];
    const { scope } = expression;
    return handed.flatMap(argument => {
      const met = parameterOf(walk.evaluator, site, argument, module, scope);
      if (!met || walk.seen.has(met)) return [];
      walk.seen.add(met);
      const { name } = met;
      return [
        ...(module.calls.get(name) ?? [])
          .filter(inner => inner.callee.kind === 'name' && isInside(module, inner, scope))
          .map(inner => ({ call: inner, module })),
        ...handingOn(module, name, scope).flatMap(inner =>
          callsInside(walk, { call: inner, module }, value => isNameOf(value, name), depth + 1),
        ),
      ];
    });
  });
}

/** The parameter that an argument meets. */
function parameterOf(
  evaluator: Evaluator,
  site: CallSite,
  argument: Argument,
  module: Module,
  scope: number,
): Binding | undefined {
  const index = site.call.arguments.indexOf(argument) + shiftOf(evaluator, site, module, scope);
  const met = parameterMet(module, scope, index, argument.name);
  return met?.rest === undefined ? met : undefined;
}

/** The calls in a function that give its parameter to another. */
function handingOn(module: Module, name: string, scope: number): readonly Call[] {
  const isHanding = ({ arguments: given }: Call): boolean => given.some(({ value }) => isNameOf(value, name));
  return module.facts.calls
    .filter(call => isHanding(call) && isInside(module, call, scope))
    .slice(0, mostHandingOn);
}

function isInside(module: Module, call: Call, scope: number): boolean {
  return scopesAround(module, call.scope).includes(scope);
}

function isNameOf(value: Expression, name: string): boolean {
  return value.kind === 'name' && value.name === name;
}

function isReference({ kind }: Expression): boolean {
  return kind === 'name' || kind === 'member';
}

/**
 * By the last name of what they hand on, which the file defines or imports, or which an object that it makes has: the calls
 * that are given a function.
 */
export const handingCalls = oncePer((module: Module): ReadonlyMap<string, readonly Call[]> => {
  const { facts, functions } = module;
  const bindings = facts.scopes.flatMap(scope => scope.bindings);
  const own = new Set([...functions.values()].flatMap(({ name }) => name ?? []));
  const imported = new Set(bindings.flatMap(({ name, value }) => (value?.kind === 'import' ? name : [])));
  const objects = new Set(bindings.flatMap(({ name, value }) => (value && isMade(value) ? name : [])));
  const isKnown = (value: Expression): boolean => {
    const root = rootOf(value);
    if (own.has(lastName(value) ?? '') || (root.kind === 'name' && imported.has(root.name))) return true;
    return value.kind === 'member' && (root.kind === 'name' ? objects.has(root.name) : isMade(root));
  };
  const handedTo = ({ arguments: given }: Call): readonly string[] => [
    ...new Set(
      given.flatMap(({ value, isSpread }) =>
        isSpread !== true && isReference(value) && isKnown(value) ? (lastName(value) ?? []) : [],
      ),
    ),
  ];
  return indexBy(facts.calls, handedTo);
});

/** `Loader()`. */
function isMade(value: Expression): boolean {
  return value.kind === 'call' && /^_*[A-Z]/.test(lastName(value.callee) ?? '');
}
