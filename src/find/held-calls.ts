import type { Argument, Binding, Call, Expression } from '../model/syntax.ts';
import { classMember } from './class-parts.ts';
import type { Evaluator } from './evaluator.ts';
import { classOf, enclosingClass, type Module, meansSelf, scopesAround } from './module.ts';
import { lastName } from './names.ts';
import type { Place } from './place.ts';

/** Whether a call that nobody writes out is made: by a function or a class of the repository that hands on all it is given. */
export function isMade({ heldBy }: Call, module: Module, evaluator: Evaluator): boolean {
  return heldBy === undefined || evaluator.glance(heldBy, module).some(end => handsOn(evaluator, end));
}

const known = new WeakMap<Expression, boolean>();

function handsOn(evaluator: Evaluator, target: Place): boolean {
  const { expression } = target;
  const before = known.get(expression);
  if (before !== undefined) return before;
  const makers = expression.kind === 'class' ? (classMember(evaluator, target, '__init__') ?? []) : [target];
  const found = makers.some(
    ({ expression: made, module }) => made.kind === 'function' && callsWhatItGets(module, made.scope),
  );
  known.set(expression, found);
  return found;
}

/** `def make(f, *args, **options)` that calls `f(*args, **options)`, or keeps them in fields for a method that does. */
function callsWhatItGets(module: Module, scope: number): boolean {
  const [given, ...others] = parametersOf(module, scope);
  const rests = others.filter(({ rest }) => rest !== undefined);
  const [first] = others;
  // What stands between them takes what the call gives before the rest does.
  if (!given || given.rest || first?.rest === undefined) return false;
  const owner = classOf(module, scope)?.definition.scope;
  const callee = meaning(module, scope, owner, [given.name]);
  const spread = meaning(
    module,
    scope,
    owner,
    rests.map(({ name }) => name),
  );
  return module.facts.calls.some(
    call =>
      (scopesAround(module, call.scope).includes(scope) ||
        (owner !== undefined && enclosingClass(module, call.scope) === owner)) &&
      callee(call.callee) &&
      call.arguments.some(argument => isSpread(argument) && spread(argument.value)),
  );
}

function isSpread({ name, isSpread: isList }: Argument): boolean {
  return isList === true || name === '**';
}

/** The parameters of a function that its callers write. */
function parametersOf({ facts, functions }: Module, scope: number): readonly Binding[] {
  const parameters = (facts.scopes[scope]?.bindings ?? []).filter(({ kind }) => kind === 'parameter');
  const parent = facts.scopes[scope]?.parent;
  const isMethod = parent !== undefined && facts.scopes[parent]?.kind === 'class';
  const marks = functions.get(scope)?.definition.decorators ?? [];
  return isMethod && !marks.some(mark => lastName(mark) === 'staticmethod')
    ? parameters.slice(1)
    : parameters;
}

/** Tells what stands for parameters of a function: their names in it, and the fields of its object that keep them. */
function meaning(
  module: Module,
  scope: number,
  owner: number | undefined,
  names: readonly string[],
): (expression: Expression) => boolean {
  const isParameter = (expression: Expression): boolean =>
    expression.kind === 'name' &&
    names.includes(expression.name) &&
    scopesAround(module, expression.scope).includes(scope);
  const fields = owner === undefined ? [] : [...(module.bindings[owner] ?? [])];
  const kept = new Set(
    fields.flatMap(([name, bound]) => (bound.some(({ value }) => value && isParameter(value)) ? name : [])),
  );
  return expression =>
    isParameter(expression) ||
    (expression.kind === 'member' &&
      kept.has(expression.property) &&
      expression.object.kind === 'name' &&
      meansSelf(module, expression.object));
}
