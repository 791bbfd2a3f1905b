import { isConstructor } from './call-questions.ts';
import { contextOf } from './context.ts';
import type { Evaluator } from './evaluator.ts';
import { isBareName } from './made-objects.ts';
import type { Module } from './module.ts';
import { dottedName } from './names.ts';
import type { CallSite } from './program.ts';
import { classOf, scopesAround } from './scopes.ts';
import { isHandedOver } from './whole-tables.ts';

/**
 * Whether a default is never taken, where every call of the function that the program has gives its parameter something
 * else. So it is for functions of a module and constructors, whose calls can be told by their names, unless others may
 * call them: what is decorated or handed on, what a package offers, what starts a program, what only tests and examples
 * call.
 */
export function isReplaced(
  evaluator: Evaluator,
  module: Module,
  scope: number,
  sites: readonly CallSite[],
): boolean {
  const isFromSettings = isMadeFromSettings(module, scope);
  return (
    (isFromSettings || hasNamedCalls(module, scope)) &&
    sites.some(site => isOwnCall(site, module, scope)) &&
    !isHandedOn(evaluator, module, scope, sites) &&
    (isFromSettings || !evaluator.program.isOffered(module.file))
  );
}

/** LAVIS's classes, which its registry has make themselves of settings: `@registry.register_model("net")` with `from_config`. */
function isMadeFromSettings(module: Module, scope: number): boolean {
  const { definition } = classOf(module, scope) ?? {};
  if (!definition || !isConstructor(module.functions.get(scope)?.name ?? '')) return false;
  const marks = definition.decorators.map(mark => dottedName(mark.kind === 'call' ? mark.callee : mark));
  return (
    marks.includes('registry.register_model') &&
    module.bindings[definition.scope]?.has('from_config') === true
  );
}

/** Functions of a module, and constructors of its classes, that nothing decorates. */
function hasNamedCalls(module: Module, scope: number): boolean {
  const { facts, functions } = module;
  const owner = functions.get(scope);
  const parent = facts.scopes[scope]?.parent;
  const made = classOf(module, scope);
  if (!owner || owner.definition.decorators.length > 0) return false;
  if (!made) return parent !== undefined && facts.scopes[parent]?.kind === 'module';
  return isConstructor(owner.name ?? '') && made.definition.decorators.length === 0;
}

/** Whether a file gives the function to another as well, by its name or inside something else: `retry(load)`, `[load]`. */
function isHandedOn(
  { program }: Evaluator,
  module: Module,
  scope: number,
  sites: readonly CallSite[],
): boolean {
  const name = (classOf(module, scope) ?? module.functions.get(scope))?.name ?? '';
  const question = { name, file: module.file };
  return (
    name === 'main' ||
    [module, ...sites.map(site => site.module)].some(one => isHandedOver(name, one)) ||
    program.handing(question).length > 0 ||
    program.holding(question).length > 0
  );
}

/** A call of the program itself, which is not one of the function's own of itself. */
function isOwnCall({ call, module: caller }: CallSite, module: Module, scope: number): boolean {
  if (isBareName(call)) return false;
  // An example, a test or a notebook is a program of its own for what it defines itself.
  return caller === module
    ? !scopesAround(module, call.scope).includes(scope)
    : contextOf(caller.file) === 'code';
}
