import type { Call } from '../model/syntax.ts';
import { sitesOf } from './call-sites.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { scopesAround } from './scopes.ts';
import { isHandedOver } from './whole-tables.ts';

/** What finds a name by a text. */
const finders = ['eval', 'exec', 'globals', 'locals'];
/** What a package's settings may start. */
const entryPoint = /^_(main|run|cli|app)$/;

/**
 * Whether what stands in a scope never runs, as it is part of a function that a file of Python keeps to itself and that
 * nothing of the program names: `def _make_other(pretrained):`. What has no such name may be there for others.
 */
export function isUncalled(evaluator: Evaluator, module: Module, scope: number): boolean {
  const { facts, functions } = module;
  if (facts.language !== 'python') return false;
  return scopesAround(module, scope).some(around => {
    const { name = '', definition } = functions.get(around) ?? {};
    const isOwn = /^_[^_]/.test(name) && !entryPoint.test(name) && facts.scopes[around]?.parent === 0;
    if (!isOwn || !definition || definition.decorators.length > 0) return false;
    return !findsByName(module) && !isHandedOver(name, module) && !isNamed(evaluator, module, around, name);
  });
}

/** Whether a file calls the function, holds it or imports it, or settings stand for a call of it. */
function isNamed(evaluator: Evaluator, module: Module, scope: number, name: string): boolean {
  const { program } = evaluator;
  const question = { name, file: module.file };
  return (
    module.holders.has(name) ||
    program.callSites(question).length > 0 ||
    program.holding(question).length > 0 ||
    program.handers(question).length > 0 ||
    sitesOf(evaluator, module, scope).length > 0
  );
}

/** Whether a file looks names up by texts that nobody writes out. */
export function findsByName({ calls }: Module): boolean {
  const isOpen = ({ arguments: [, name] }: Call): boolean => name?.value.kind !== 'string';
  return finders.some(finder => calls.has(finder)) || (calls.get('getattr') ?? []).some(isOpen);
}
