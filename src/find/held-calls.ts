import type { Binding, Call, Expression } from '../model/syntax.ts';
import { bindingsOf } from './bindings.ts';
import { classMember } from './class-parts.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';
import type { Place } from './place.ts';
import { classOf, enclosingClass, meansSelf, scopesAround } from './scopes.ts';

/** A way in which what a function or a class is handed comes to a call of the first of it. */
interface Handing {
  /** Whether what stands in order does. */
  readonly isList: boolean;
  /** Whether what has a name does. */
  readonly isRecord: boolean;
  /** Names that the function keeps for itself. */
  readonly kept: readonly string[];
}

/** Whether a call that nobody writes out is made: by a function or a class of the repository that hands on all it is given. */
export function isMade(call: Call, module: Module, evaluator: Evaluator): boolean {
  const { heldBy, arguments: given } = call;
  if (heldBy === undefined) return true;
  const targets = evaluator.glance(heldBy, module);
  return targets.some(target =>
    handingsOf(evaluator, target).some(handing => given.every(({ name }) => isHandedOn(handing, name))),
  );
}

function isHandedOn({ isList, isRecord, kept }: Handing, name: string | undefined): boolean {
  if (name === undefined) return isList;
  // Of a record that is spread nobody says which names it has.
  return isRecord && (name === '**' ? kept.length === 0 : !kept.includes(name));
}

/** Remembered for as long as the files it stands on are as they were: a constructor may come from another one. */
function handingsOf(evaluator: Evaluator, target: Place): readonly Handing[] {
  const { expression } = target;
  return evaluator.remembered('making', expression, () => {
    const makers =
      expression.kind === 'class' ? (classMember(evaluator, target, '__init__') ?? []) : [target];
    return makers.flatMap(({ expression: made, module }) =>
      made.kind === 'function' ? handingsIn(evaluator, module, made.scope) : [],
    );
  });
}

/** `def make(f, *args, **options)` that calls `f(*args, **options)`, or keeps them in fields for a method that does. */
function handingsIn(evaluator: Evaluator, module: Module, scope: number): readonly Handing[] {
  const [given, ...others] = parametersOf(module, scope);
  const [first] = others;
  // What stands between them takes what the call gives before the rest does.
  if (!given || given.rest || first?.rest === undefined) return [];
  const owner = classOf(module, scope)?.definition.scope;
  const isIn = (call: Call): boolean =>
    scopesAround(module, call.scope).includes(scope) ||
    (owner !== undefined && enclosingClass(module, call.scope) === owner);
  const isCallee = meaning(module, owner, expression => isNamed(expression, given, module, scope));
  const isRest = (kind: Binding['rest']) => {
    const rest = others.find(other => other.rest === kind);
    return meaning(module, owner, expression => isOnly(evaluator, expression, rest, module));
  };
  const isList = isRest('list');
  const isRecord = isRest('record');
  const kept = others.flatMap(({ name, rest }) => (rest ? [] : name));
  return module.facts.calls
    .filter(call => isIn(call) && isCallee(call.callee))
    .map(({ arguments: handed }) => {
      // What stands before the list takes its places.
      const inOrder = handed.find(({ name }) => name === undefined);
      return {
        isList: inOrder?.isSpread === true && isList(inOrder.value),
        isRecord: handed.some(({ name, value }) => name === '**' && isRecord(value)),
        kept,
      };
    });
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

/** Whether an expression is a parameter's name inside its function. */
function isNamed(expression: Expression, { name }: Binding, module: Module, scope: number): boolean {
  return (
    expression.kind === 'name' &&
    expression.name === name &&
    scopesAround(module, expression.scope).includes(scope)
  );
}

/** Whether an expression is what a parameter was given, and nothing that its name was bound to since. */
function isOnly(
  evaluator: Evaluator,
  expression: Expression,
  parameter: Binding | undefined,
  module: Module,
): boolean {
  if (expression.kind !== 'name') return false;
  const bound = bindingsOf(evaluator, expression, module) ?? [];
  return bound.length > 0 && bound.every(({ binding }) => binding === parameter);
}

/** Tells what stands for a parameter of a function: its name in it, and the fields of its object that keep nothing else. */
function meaning(
  module: Module,
  owner: number | undefined,
  isParameter: (expression: Expression) => boolean,
): (expression: Expression) => boolean {
  const fields = owner === undefined ? [] : [...(module.bindings[owner] ?? [])];
  const kept = new Set(
    fields.flatMap(([name, bound]) => {
      const values = bound.flatMap(({ kind, value }) => (kind === 'member' && !isNone(value) ? [value] : []));
      return values.length > 0 && values.every(value => value && isParameter(value)) ? name : [];
    }),
  );
  return expression =>
    isParameter(expression) ||
    (expression.kind === 'member' &&
      kept.has(expression.property) &&
      expression.object.kind === 'name' &&
      meansSelf(module, expression.object));
}

/** What an object lets go of it sets to nothing. */
function isNone(value: Expression | undefined): boolean {
  return value?.kind === 'literal' && value.value === null;
}
