import { isConstructor } from './call-questions.ts';
import { contextOf } from './context.ts';
import type { Evaluator } from './evaluator.ts';
import { isBareName } from './made-objects.ts';
import { type Module, scopesAround } from './module.ts';
import type { CallSite } from './program.ts';

/**
 * Whether a default is never taken, where every call of the function that the program has gives its parameter something
 * else. So it is for functions of a module and constructors, whose calls can be told by their names, unless others may
 * call them: what decorators hand on, what a package offers, what only tests and examples call.
 */
export function isReplaced(
  evaluator: Evaluator,
  module: Module,
  scope: number,
  sites: readonly CallSite[],
): boolean {
  return (
    hasNamedCalls(module, scope) &&
    sites.some(site => isOwnCall(site, module, scope)) &&
    !evaluator.program.isOffered(module.file)
  );
}

/** Functions of a module, and constructors of its classes, that nothing decorates. */
function hasNamedCalls({ facts, functions, classes }: Module, scope: number): boolean {
  const owner = functions.get(scope);
  const parent = facts.scopes[scope]?.parent;
  const made = parent === undefined ? undefined : classes.get(parent);
  if (!owner || owner.definition.decorators.length > 0) return false;
  if (!made) return parent !== undefined && facts.scopes[parent]?.kind === 'module';
  return isConstructor(owner.name ?? '') && made.definition.decorators.length === 0;
}

/** A call of the program itself, which is not one of the function's own of itself. */
function isOwnCall({ call, module: caller }: CallSite, module: Module, scope: number): boolean {
  if (isBareName(call) || contextOf(caller.file) !== 'code') return false;
  return caller !== module || !scopesAround(module, call.scope).includes(scope);
}
