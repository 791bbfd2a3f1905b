import type { Call, Expression, FunctionDefinition } from '../model/syntax.ts';
import { boundValues } from './applied-calls.ts';
import { callsFromAbove, isCalledAsWhole, questionsOf } from './call-questions.ts';
import { takenOf } from './choices.ts';
import { isClass } from './class-bases.ts';
import { classMember } from './class-parts.ts';
import { wrappedCalls } from './decorators.ts';
import type { Evaluator } from './evaluator.ts';
import { callsByParameter, callsOfWritten } from './handed-functions.ts';
import { withExtraArguments } from './instantiations.ts';
import { isBareName } from './made-objects.ts';
import type { Module, Named } from './module.ts';
import { dottedName } from './names.ts';
import type { Place } from './place.ts';
import { pretrainedSites } from './pretrained-config.ts';
import type { CallSite } from './program.ts';
import { classOf } from './scopes.ts';

/** Call sites one function is looked at from. A function called from more places is a library's own. */
const maxSites = 500;
/** Calls of the same name that are looked at for it. */
const maxCandidates = 2_000;

/** Every call of a function in the program. */
export function sitesOf(evaluator: Evaluator, module: Module, scope: number): readonly CallSite[] {
  const owner = module.functions.get(scope);
  return owner ? evaluator.remembered('sites', owner, () => findSites(evaluator, module, scope, owner)) : [];
}

function findSites(
  evaluator: Evaluator,
  module: Module,
  scope: number,
  owner: Named<FunctionDefinition>,
): readonly CallSite[] {
  const callback = module.callbacks.get(scope);
  const perItem = callback ? callbackSites(callback.call, module) : [];
  if (perItem.length > 0) return perItem;
  const questions = questionsOf(evaluator, module, scope, owner);
  const made = { expression: owner.definition };
  const elsewhere = questions.flatMap(({ name, file, registered = [], makes }): readonly CallSite[] => [
    ...evaluator.program.callSites({ name, file }),
    ...[name, ...registered]
      .flatMap(one => evaluator.program.settings.objectsOf(one, isRegistered(makes ?? made)))
      .map(site => (makes ? { ...site, makes: [makes] } : site)),
  ]);
  const own = (module.calls.get('cls') ?? []).map(call => ({ call, module }));
  const wrapped = wrappedCalls(evaluator, module, owner.definition);
  const around = callsFromAbove(evaluator, module, scope, owner);
  const handed = callback
    ? callsOfWritten(evaluator, { call: callback.call, module }, owner)
    : callsByParameter(evaluator, module, owner);
  // Some are asked for by more than one name.
  const all = [...elsewhere, ...own, ...wrapped, ...around, ...handed];
  const candidates = new Map(all.map(site => [site.call, site]));
  const sites: CallSite[] = [];
  // What a table holds may hang on the calls that are known by their names, and on it the calls that look it up.
  evaluator.soFar('sites', owner, sites);
  for (const site of [...candidates.values()].slice(0, maxCandidates)) {
    if (isBareName(site.call)) {
      if (fits(site.call, module, scope)) sites.push(site);
      continue;
    }
    const targets = evaluator.targets(site.call, site.module);
    const own = targets.filter(
      target =>
        calls(evaluator, target, module, scope) || callsObject(evaluator, site, target, module, scope),
    );
    const ways =
      own.length < targets.length ? own.map(({ choices }) => takenOf(choices, undefined)) : undefined;
    const makes = own.every(isClass) ? own : undefined;
    if (own.length > 0) sites.push({ ...site, ...(ways && { ways }), ...(makes && { makes }) });
  }
  extendSites(evaluator, sites, module, scope);
  if (owner.name === '__init__')
    sites.push(...pretrainedSites(evaluator, module, scope, made => calls(evaluator, made, module, scope)));
  return evaluator.first(sites, maxSites);
}

/** Whether a registry of the program is told of what it is to know by its name. */
function isRegistered({ expression }: Pick<Place, 'expression'>): boolean {
  if (expression.kind !== 'class' && expression.kind !== 'function') return false;
  return expression.decorators.some(mark =>
    /regist/i.test(dottedName(mark.kind === 'call' ? mark.callee : mark) ?? ''),
  );
}

/** What settings have called is called with what code gives beside them, which may hang on the calls that are known. */
function extendSites(evaluator: Evaluator, sites: CallSite[], module: Module, scope: number): void {
  const inside = classOf(module, scope)?.definition.scope ?? scope;
  for (const [index, site] of [...sites.entries()]) {
    if (site.call.callee.kind !== 'import') continue;
    const [own = site, ...others] = withExtraArguments(evaluator, site, module, inside);
    sites[index] = own;
    sites.push(...others);
  }
}

/** Whether a call whose callee is only named gives something that the function takes by its name, or whole settings. */
function fits({ arguments: given }: Call, { bindings }: Module, scope: number): boolean {
  return given.some(({ name, value }) => {
    if (name === undefined) return value.kind === 'record';
    const [binding] = bindings[scope]?.get(name) ?? [];
    return binding?.kind === 'parameter' && binding.rest === undefined;
  });
}

const perItem = new Set(['map', 'forEach', 'flatMap', 'filter', 'some', 'every', 'find']);

/** `list.map(item => …)` and `map(lambda item: …, list)` call back with each item. */
function callbackSites(call: Call, module: Module): readonly CallSite[] {
  const { callee } = call;
  const list =
    callee.kind === 'member' && perItem.has(callee.property)
      ? callee.object
      : callee.kind === 'name' && callee.name === 'map'
        ? call.arguments[1]?.value
        : undefined;
  const item: Expression | undefined = list && { kind: 'element', of: list, span: list.span };
  return item ? [{ call: { ...call, arguments: [{ value: item }] }, module }] : [];
}

function calls(evaluator: Evaluator, target: Place, module: Module, scope: number): boolean {
  const { expression } = target;
  if (expression.kind === 'function') return target.module === module && expression.scope === scope;
  if (expression.kind !== 'class') return false;
  const constructors = ['__init__', 'constructor'].flatMap(
    name => classMember(evaluator, target, name) ?? [],
  );
  return constructors.some(
    ({ expression: made, module: owner }) =>
      made.kind === 'function' && owner === module && made.scope === scope,
  );
}

/** Whether a call calls an object of a class whose method runs then: `prepare = Prepare()`, `prepare(path)`. */
function callsObject(
  evaluator: Evaluator,
  { call, module: caller }: CallSite,
  target: Place,
  module: Module,
  scope: number,
): boolean {
  const [name, owner] = [module.functions.get(scope)?.name, classOf(module, scope)];
  if (target.expression.kind !== 'class' || name === undefined || !owner) return false;
  const { callee } = call;
  const parents = caller.facts.scopes.map(({ parent }) => parent);
  const held = callee.kind === 'name' ? boundValues(callee, caller.bindings, parents) : [callee];
  return (
    held.some(({ kind }) => kind === 'call') &&
    isCalledAsWhole(evaluator, module, name, owner.definition) &&
    classMember(evaluator, target, name)?.some(
      ({ expression, module: there }) =>
        expression.kind === 'function' && there === module && expression.scope === scope,
    ) === true
  );
}
