import type { Call, Expression } from '../model/syntax.ts';
import { bindingsOf } from './bindings.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import type { Place } from './place.ts';
import { parameterMet } from './scopes.ts';

/**
 * Whether a call gives something only to class methods of the repository that never read it: `Net.from_pretrained("name")`
 * of a class that loads a file of its own, whatever name it is told.
 */
export function isUnread(evaluator: Evaluator, call: Call, module: Module, value: Expression): boolean {
  const index = call.arguments.findIndex(argument => argument.value === value);
  const given = call.arguments[index];
  const { callee } = call;
  if (!given || callee.kind !== 'member' || !isOfRepository(evaluator, callee.object, module)) return false;
  const before = call.arguments.slice(0, index).filter(({ name }) => name === undefined);
  if (before.some(({ isSpread }) => isSpread)) return false;
  // The caller does not write the class.
  const position = before.length + 1;
  const methods = evaluator.targets(call, module);
  return methods.length > 0 && methods.every(method => isLeft(method, position, given.name));
}

/** Whether a name is a class's of the repository, as far as one look shows: most are a library's, of which nobody asks more. */
function isOfRepository(evaluator: Evaluator, name: Expression, module: Module): boolean {
  const bound = name.kind === 'name' ? bindingsOf(evaluator, name, module) : undefined;
  return (bound ?? []).some(({ binding: { value }, module: there }) =>
    value?.kind === 'import'
      ? evaluator.program.fileOf(value.module, there) !== undefined
      : value?.kind === 'class',
  );
}

/** Whether a method does something, but not with what it is given at a place or under a name. */
function isLeft({ expression, module }: Place, position: number, name: string | undefined): boolean {
  if (expression.kind !== 'function' || expression.returns.length === 0) return false;
  const met = parameterMet(module, expression.scope, position, name);
  return met?.isUnread === true && met.rest === undefined && !handsAllOn(module, expression.scope);
}

const takesAll = ['locals', 'vars', 'eval', 'exec'];

/** Whether a function hands on whatever it is given, without a name: `locals()`. */
function handsAllOn({ calls }: Module, scope: number): boolean {
  return takesAll.some(name => (calls.get(name) ?? []).some(call => call.scope === scope));
}
