import type { Call } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { scopesAround } from './scopes.ts';
import { isHandedOver } from './whole-tables.ts';

/** What finds a function by a name that nobody writes out. */
const finders = ['eval', 'exec', 'globals', 'locals'];

/**
 * Whether what stands in a scope never runs, as it is part of a function that a file of Python keeps to itself and that
 * nothing of the program names: `def _make_other(pretrained):`. What has no such name may be there for others.
 */
export function isUncalled(evaluator: Evaluator, module: Module, scope: number): boolean {
  const { facts, functions } = module;
  if (facts.language !== 'python') return false;
  return scopesAround(module, scope).some(around => {
    const { name = '', definition } = functions.get(around) ?? {};
    const isOwn = /^_[^_]/.test(name) && facts.scopes[around]?.parent === 0;
    if (!isOwn || !definition || definition.decorators.length > 0) return false;
    return (
      !findsByName(module) &&
      !module.holders.has(name) &&
      !isHandedOver(name, module) &&
      evaluator.program.callSites({ name, file: module.file }).length === 0
    );
  });
}

function findsByName({ calls }: Module): boolean {
  const isOpen = ({ arguments: [, name] }: Call): boolean => name?.value.kind !== 'string';
  return finders.some(finder => calls.has(finder)) || (calls.get('getattr') ?? []).some(isOpen);
}
