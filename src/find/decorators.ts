import type { Binding, Call, Expression, FunctionDefinition, RecordEntry } from '../model/syntax.ts';
import { isRegistering } from './applied-calls.ts';
import { passedValues } from './command-line.ts';
import { membersTaken } from './enum-members.ts';
import type { Evaluator } from './evaluator.ts';
import { fromFixture, indirectCases, requestOf } from './fixtures.ts';
import { flagName, flagNames, optionDefault } from './flag-declarations.ts';
import { hydraValues } from './hydra.ts';
import type { Module } from './module.ts';
import { dottedName, lastName } from './names.ts';
import { at, type Place, passing, placeOf } from './place.ts';
import type { CallSite } from './program.ts';
import { sacredValues } from './sacred.ts';
import { scopesAround } from './scopes.ts';
import { settingsFiles } from './settings-calls.ts';
import { casesAt, fromCases } from './test-cases.ts';

/** What a function's decorators give a parameter: the options of click, the cases of a parametrised test, hydra's configuration. */
export function decoratedValues(
  evaluator: Evaluator,
  place: Place,
  binding: Binding,
  scope: number,
): readonly Place[] {
  const marks = decoratorsOf(place.module, scope);
  const own =
    binding.rest === 'record'
      ? optionRecords(evaluator, place, marks, scope)
      : marks.flatMap(mark => markedValues(evaluator, place, mark, binding));
  if (own.length > 0) return own;
  const replaced = replacedBy(evaluator, place.module, scope).flatMap(({ expression, module }) =>
    expression.kind === 'function'
      ? expression.decorators.flatMap(mark => markedValues(evaluator, { ...place, module }, mark, binding))
      : [],
  );
  if (replaced.length > 0) return replaced;
  const given = isCommand(place.module, scope)
    ? [
        ...passedValues(evaluator, place, [place.module], [binding.name]),
        ...membersOfType(evaluator, place, binding),
      ]
    : [];
  return [
    ...given,
    ...(binding.name === 'request' ? indirectCases(evaluator, place, scope) : []),
    ...fromFixture(evaluator, place, binding.name, scope),
  ];
}

/** A command of typer or tyro. Fire hands one the words as they are. */
function membersOfType(evaluator: Evaluator, place: Place, { type }: Binding): readonly Place[] {
  if (!type || !place.module.facts.imports.some(name => /^(typer|tyro)\b/.test(name))) return [];
  return membersTaken(evaluator, place, type);
}

function markedValues(
  evaluator: Evaluator,
  place: Place,
  mark: Expression,
  binding: Binding,
): readonly Place[] {
  return [
    ...(mark.kind === 'call' ? fromDecorator(evaluator, place, mark, binding) : []),
    ...sacredValues(evaluator, place, mark, binding),
  ];
}

/** The functions that decorators of the repository put a function in the place of: what starts those starts it. */
function replacedBy(evaluator: Evaluator, module: Module, scope: number): readonly Place[] {
  const parent = module.facts.scopes[scope]?.parent;
  const maker = parent === undefined ? undefined : module.functions.get(parent);
  const { name } = module.functions.get(scope) ?? {};
  const isReturned = maker?.definition.returns.some(value => value.kind === 'name' && value.name === name);
  const decorated = isReturned && parent !== undefined ? firstParameter(module, parent) : undefined;
  if (!decorated || parent === undefined) return [];
  const given: Expression = { kind: 'name', name: decorated.name, scope: parent, span: decorated.span };
  return evaluator.remembered('decorated', decorated, () => evaluator.follow(placeOf(given, module)));
}

/** Calls of a function inside what a decorator of the repository puts in its place: `func(config)` of its wrapper. */
export function wrappedCalls(
  evaluator: Evaluator,
  module: Module,
  { decorators }: FunctionDefinition,
): readonly CallSite[] {
  return decorators.filter(isRegistering).flatMap(mark =>
    decoratorsMeant(evaluator, mark, module).flatMap(({ expression, module: there }) => {
      const parameter = expression.kind === 'function' ? firstParameter(there, expression.scope) : undefined;
      if (!parameter || expression.kind !== 'function') return [];
      return (there.calls.get(parameter.name) ?? [])
        .filter(({ scope }) => scopesAround(there, scope).includes(expression.scope))
        .map(call => ({ call, module: there }));
    }),
  );
}

/** The functions of the repository that a decorator calls with what it decorates. */
function decoratorsMeant(evaluator: Evaluator, mark: Expression, module: Module): readonly Place[] {
  if (mark.kind !== 'call') return evaluator.glance(mark, module);
  return evaluator
    .glance(mark.callee, module)
    .flatMap(({ expression, module: there }) =>
      expression.kind === 'function'
        ? expression.returns.flatMap(value => evaluator.glance(value, there))
        : [],
    );
}

function firstParameter({ facts }: Module, scope: number): Binding | undefined {
  return facts.scopes[scope]?.bindings.find(
    ({ kind, index, rest }) => kind === 'parameter' && index === 0 && !rest,
  );
}

/** A function's decorators and those of the class it is a method of: the cases of a class are those of its tests. */
function decoratorsOf({ functions, classes, facts }: Module, scope: number): readonly Expression[] {
  const owner = facts.scopes[scope]?.parent;
  return [
    ...(functions.get(scope)?.definition.decorators ?? []),
    ...((owner === undefined ? undefined : classes.get(owner))?.definition.decorators ?? []),
  ];
}

function fromDecorator(
  evaluator: Evaluator,
  place: Place,
  mark: Call,
  { name, index }: Binding,
): readonly Place[] {
  switch (lastName(mark.callee)) {
    case 'option':
    case 'argument': {
      if (flagName(mark) !== name) return [];
      const value = optionDefault(mark);
      const fallback = value ? evaluator.follow(at(passing(place, mark.span), value)) : [];
      return [
        ...fallback,
        ...passedValues(evaluator, passing(place, mark.span), [place.module], [name, ...flagNames(mark)]),
      ];
    }
    case 'parametrize':
      return fromCases(evaluator, place, mark, name);
    case 'expand':
      // `@parameterized.expand` writes no names: its cases follow the parameters behind `self`.
      return index === undefined || index === 0
        ? []
        : casesAt(evaluator, at(passing(place, mark.span), mark.arguments[0]?.value ?? mark), index - 1);
    case 'fixture':
      return name === 'request' ? requestOf(place, mark) : [];
    case 'main':
      return hydraValues(evaluator, place, mark);
    case 'wrap':
      return index === 0 ? wrappedSettings(evaluator, place, mark) : [];
    default:
      return [];
  }
}

/**
 * `def main(**options)` gets the options of click that no other parameter takes: their defaults as one record, and what
 * commands give as others, each of the file that gives it.
 */
function optionRecords(
  evaluator: Evaluator,
  place: Place,
  marks: readonly Expression[],
  scope: number,
): readonly Place[] {
  const taken = new Set(place.module.bindings[scope]?.keys());
  const options = marks.flatMap(mark => {
    const isOption = mark.kind === 'call' && /^(option|argument)$/.test(lastName(mark.callee) ?? '');
    const name = isOption ? flagName(mark) : undefined;
    return isOption && name !== undefined && !taken.has(name) ? { mark, name } : [];
  });
  const defaults = options.flatMap(({ mark, name }) => entryNamed(name, optionDefault(mark)) ?? []);
  const given = options.flatMap(({ mark, name }) =>
    passedValues(evaluator, place, [place.module], [name, ...flagNames(mark)]).flatMap(value => {
      const entry = entryNamed(name, value.expression);
      return entry ? recordPlace(value, [entry]) : [];
    }),
  );
  return defaults.length > 0 ? [recordPlace(place, defaults), ...given] : given;
}

function entryNamed(name: string, value: Expression | undefined): RecordEntry | undefined {
  return value && { key: { kind: 'string', value: name, span: value.span }, value };
}

function recordPlace(place: Place, entries: readonly RecordEntry[]): Place {
  return at(place, { kind: 'record', entries, span: place.expression.span });
}

/** `@pyrallis.wrap()` and `@draccus.wrap()` hand a function what the files say that `--config_path` names. */
function wrappedSettings(evaluator: Evaluator, place: Place, mark: Call): readonly Place[] {
  if (!/^(pyrallis|draccus)\.wrap$/.test(dottedName(mark.callee) ?? '')) return [];
  const written = mark.arguments.find(({ name }) => name === 'config_path')?.value;
  const paths = [
    ...(written ? [at(passing(place, mark.span), written)] : []),
    ...passedValues(evaluator, place, [place.module], ['config_path']),
  ];
  return paths.flatMap(path => settingsFiles(evaluator, path, /\.ya?ml$/));
}

const runners = ['Fire', 'run', 'cli'];

/** Whether a function's parameters are the flags of a program: typer's, fire's and tyro's commands. */
function isCommand({ functions, calls, facts }: Module, scope: number): boolean {
  const owner = functions.get(scope);
  if (owner?.name === undefined || !facts.imports.some(name => /^(typer|fire|tyro)\b/.test(name)))
    return false;
  const isMarked = owner.definition.decorators.some(
    mark => mark.kind === 'call' && /^(command|callback)$/.test(lastName(mark.callee) ?? ''),
  );
  const isRun = runners
    .flatMap(name => calls.get(name) ?? [])
    .some(({ arguments: [first] }) => first?.value.kind === 'name' && first.value.name === owner.name);
  return isMarked || isRun;
}
