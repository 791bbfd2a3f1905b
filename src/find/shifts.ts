import type { Expression } from '../model/syntax.ts';
import { bindingsOf } from './bindings.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';
import { placeOf } from './place.ts';
import type { CallSite } from './program.ts';
import { classOf } from './scopes.ts';

/** How many parameters the caller of a function does not write: `self` and `cls`. */
export function shiftOf(evaluator: Evaluator, site: CallSite, module: Module, scope: number): number {
  if (!classOf(module, scope) || module.facts.language !== 'python') return 0;
  const marks = (module.functions.get(scope)?.definition.decorators ?? []).map(lastName);
  if (marks.includes('staticmethod')) return 0;
  return !marks.includes('classmethod') && isUnbound(evaluator, site) ? 0 : 1;
}

/** Whether a call names a method by its class and writes `self` out: `Base.__init__(self, …)`, `Net.load(net, name)`. */
function isUnbound(evaluator: Evaluator, { call: { callee }, module }: CallSite): boolean {
  if (callee.kind !== 'member' || callee.object.kind === 'call') return false;
  const { object, property } = callee;
  // An object is its class to whoever follows it: of others than constructors the name must have been a class's from the first.
  if (property !== '__init__' && !(object.kind === 'name' && isBoundToClass(evaluator, object, module)))
    return false;
  return evaluator.follow(placeOf(object, module)).some(({ expression }) => expression.kind === 'class');
}

function isBoundToClass(
  evaluator: Evaluator,
  name: Extract<Expression, { kind: 'name' }>,
  module: Module,
): boolean {
  const values = (bindingsOf(evaluator, name, module) ?? []).map(({ binding }) => binding.value?.kind);
  // What is imported may be an object that another file has made: those have no names like classes.
  const isClassName = /^_*[A-Z]\w*[a-z]/.test(name.name);
  return values.length > 0 && values.every(kind => kind === 'class' || (kind === 'import' && isClassName));
}
