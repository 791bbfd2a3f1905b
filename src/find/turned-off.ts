import type { Span } from '../model/source.ts';
import type { Expression, Guard } from '../model/syntax.ts';
import { sitesOf } from './call-sites.ts';
import { takenOf } from './choices.ts';
import type { Evaluator } from './evaluator.ts';
import { constantOf, isLetThrough } from './let-in.ts';
import type { Module } from './module.ts';
import type { Place } from './place.ts';
import { guardsAround, isOfCallsAlone, subjects } from './placed-guards.ts';
import { isCalledByProgram } from './replaced-defaults.ts';
import { scopesAround } from './scopes.ts';
import { findsByName } from './uncalled.ts';

/**
 * Whether a piece of a file stands in a block that a parameter of the function around turns off, whoever calls it: inside
 * `if pretrained:` of `def make_net(pretrained=False):`, which the program calls with False or leaves alone.
 */
export function isTurnedOff(evaluator: Evaluator, module: Module, span: Span): boolean {
  // Whoever runs a notebook calls what its cells define.
  if (module.facts.language !== 'python' || span.cell !== undefined) return false;
  return guardsAround(module, span).some(({ guard }) => isNeverMet(evaluator, guard, module));
}

function isNeverMet(evaluator: Evaluator, guard: Guard, module: Module): boolean {
  const { subject } = guard;
  const scope = subject.kind === 'name' ? parameterScope(subject, module) : undefined;
  if (scope === undefined || !hasAllCalls(evaluator, module, scope)) return false;
  const ends = subjects(evaluator, subject, module);
  return (
    ends.some(({ outside }) => outside === undefined) &&
    ends.every(end => (end.outside ? isClosed(evaluator, end) : isKeptOut(guard, end)))
  );
}

/** The function that a name is a parameter of, where nothing gives it another value. */
function parameterScope(
  { name, scope: inner }: Extract<Expression, { kind: 'name' }>,
  module: Module,
): number | undefined {
  const owner = scopesAround(module, inner).find(scope => module.bindings[scope]?.has(name));
  const [binding, ...others] = (owner === undefined ? undefined : module.bindings[owner]?.get(name)) ?? [];
  return binding?.kind === 'parameter' && others.length === 0 ? owner : undefined;
}

/** Whether only the program calls the function that would have it from others. */
function isClosed(evaluator: Evaluator, { outside, module }: Place): boolean {
  return outside !== undefined && hasAllCalls(evaluator, module, outside.definition.scope);
}

function hasAllCalls(evaluator: Evaluator, module: Module, scope: number): boolean {
  return (
    !findsByName(module) && isCalledByProgram(evaluator, module, scope, sitesOf(evaluator, module, scope))
  );
}

function isKeptOut(guard: Guard, end: Place): boolean {
  const value = constantOf(end);
  return (
    value !== undefined && !isLetThrough(guard, value) && isOfCallsAlone(end, takenOf(end.choices, undefined))
  );
}
