import type { Binding, Call, Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { dottedName } from './names.ts';
import { at, type Place, passing } from './place.ts';
import type { CallSite } from './program.ts';

/**
 * What spaCy hands a factory by the names of its parameters: the `default_config` of `@Language.factory("name")`, and the
 * `config` of `nlp.add_pipe("name", config={…})`.
 */
export function factorySettings(
  evaluator: Evaluator,
  place: Place,
  { name }: Binding,
  scope: number,
): readonly Place[] {
  const { module } = place;
  return marksOf(module, scope).flatMap(mark => {
    if (mark.kind !== 'call' || !/(^|\.)Language\.factory$/.test(dottedName(mark.callee) ?? '')) return [];
    const factory = textGiven(mark, 'name');
    const added =
      factory === undefined ? [] : evaluator.program.callSites({ name: 'add_pipe', file: module.file });
    const own: readonly CallSite[] = [{ call: mark, module }];
    return [
      ...own.flatMap(site => settingOf(evaluator, place, site, 'default_config', name)),
      ...added
        .filter(({ call }) => textGiven(call, 'factory_name') === factory)
        .flatMap(site => settingOf(evaluator, place, site, 'config', name)),
    ];
  });
}

function settingOf(
  evaluator: Evaluator,
  place: Place,
  { call, module }: CallSite,
  argument: string,
  name: string,
): readonly Place[] {
  const given = call.arguments.find(one => one.name === argument)?.value;
  if (!given) return [];
  const there = passing({ ...place, module, frame: undefined }, call.span);
  return evaluator
    .follow(at(there, given))
    .filter(({ expression }) => expression.kind === 'record')
    .flatMap(record => evaluator.partOf(record, name, record))
    .filter(({ expression }) => expression.kind !== 'opaque');
}

/** The decorators of a function, and of a class those that say what its constructor is handed. */
function marksOf({ functions, classes, facts }: Module, scope: number): readonly Expression[] {
  const own = functions.get(scope);
  const parent = facts.scopes[scope]?.parent;
  const made = own?.name === '__init__' && parent !== undefined ? classes.get(parent) : own;
  return made?.definition.decorators ?? [];
}

/** The text that a call is given first or by a name. */
function textGiven({ arguments: given }: Call, name: string): string | undefined {
  const value: Expression | undefined = given.find(
    (one, index) => one.name === name || (index === 0 && one.name === undefined),
  )?.value;
  return value?.kind === 'string' ? value.value : undefined;
}
