import type { Call, Expression } from '../model/syntax.ts';
import { ownerOf } from './additions.ts';
import { commandLineValues } from './command-line.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { at, hasPassed, type Place, passing } from './place.ts';
import { parameterMet } from './scopes.ts';
import { shiftOf } from './shifts.ts';

type Name = Extract<Expression, { kind: 'name' }>;

/** Functions that hand a parser on to each other. */
const maxHops = 4;

/**
 * `Net.add_args(parser)`: a flag as functions declare it that are handed the parser whose `parse_args` is called. What is
 * chosen on the way to a function goes with it: of the classes in a table, each adds its own flags.
 */
export function handedFlags(
  evaluator: Evaluator,
  owner: Place,
  { callee }: Call,
  property: string,
  scripts: readonly Module[],
): readonly Place[] {
  const parser = callee.kind === 'member' && callee.object.kind === 'name' ? callee.object : undefined;
  return parser ? flagsAddedTo(evaluator, owner, parser, property, scripts) : [];
}

function flagsAddedTo(
  evaluator: Evaluator,
  place: Place,
  parser: Name,
  property: string,
  scripts: readonly Module[],
  hops = 0,
): readonly Place[] {
  return callsHanded(place.module, parser).flatMap(call => {
    if (hasPassed(place, call.span)) return [];
    return evaluator.follow(at(passing(place, call.span), call.callee)).flatMap(target => {
      const { expression, module } = target;
      if (expression.kind !== 'function') return [];
      const { scope } = expression;
      const own = commandLineValues(evaluator, target, property, scripts, scope);
      const given = parameterFor(evaluator, at(place, call), parser, module, scope);
      return given && hops < maxHops
        ? [...own, ...flagsAddedTo(evaluator, target, given, property, scripts, hops + 1)]
        : own;
    });
  });
}

/** The parameter of a function that a call hands a parser. */
function parameterFor(
  evaluator: Evaluator,
  { expression: call, module: caller }: Place,
  parser: Name,
  module: Module,
  scope: number,
): Name | undefined {
  if (call.kind !== 'call') return undefined;
  const position = call.arguments.findIndex(({ value }) => isNamed(value, parser.name));
  const keyword = call.arguments[position]?.name;
  const index = position + shiftOf(evaluator, { call, module: caller }, module, scope);
  const found = parameterMet(module, scope, index, keyword);
  return found && { kind: 'name', name: found.name, scope, span: found.span };
}

const known = new WeakMap<Module, Map<string, readonly Call[]>>();

/** The calls of a file that are handed what a name stands for. */
function callsHanded(module: Module, parser: Name): readonly Call[] {
  const { name } = parser;
  const owner = ownerOf(parser, module);
  const all = known.get(module) ?? new Map<string, readonly Call[]>();
  known.set(module, all);
  const key = `${owner} ${name}`;
  const found =
    all.get(key) ??
    module.facts.calls.filter(call =>
      call.arguments.some(({ value }) => isNamed(value, name) && ownerOf(value, module) === owner),
    );
  all.set(key, found);
  return found;
}

function isNamed(value: Expression, name: string): value is Name {
  return value.kind === 'name' && value.name === name;
}
