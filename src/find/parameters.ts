import type { Binding, Call, Expression, FunctionDefinition, RecordEntry } from '../model/syntax.ts';
import { decoratedValues } from './decorators.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module, Named } from './module.ts';
import { at, hasPassed, type Place, passing, unknown } from './place.ts';
import type { CallSite } from './program.ts';

/** Call sites one function is looked at from. A function called from more places is a library's own. */
const maxSites = 200;
/** Calls of the same name that are looked at for it. */
const maxCandidates = 2_000;

/** What a parameter can stand for: what the call being read gives, or what every call in the program gives, or its default. */
export function parameterValues(
  evaluator: Evaluator,
  place: Place,
  binding: Binding,
  scope: number,
): readonly Place[] {
  const { frame, module } = place;
  if (frame && frame.scope === scope && frame.module === module) {
    return fromFrame(evaluator, place, binding, scope);
  }
  const outside: Place = { ...place, frame: undefined };
  const fallback = binding.value ? evaluator.follow(at(outside, binding.value)) : [];
  const decorated = decoratedValues(evaluator, outside, binding, scope);
  const given = sitesOf(evaluator, module, scope).flatMap(site =>
    fromSite(evaluator, outside, site, binding, scope),
  );
  // Somebody else may give it any other value.
  return [...fallback, ...decorated, ...given, unknown(outside)];
}

function fromFrame(evaluator: Evaluator, place: Place, binding: Binding, scope: number): readonly Place[] {
  const { frame, module } = place;
  if (!frame) return [unknown(place)];
  const given = argumentFor(
    frame.call,
    binding,
    shiftOf(evaluator, { call: frame.call, module: frame.caller.module }, module, scope),
  );
  const back: Place = { ...place, module: frame.caller.module, frame: frame.caller.frame };
  if (given) return evaluator.follow(at(back, given));
  return binding.value
    ? evaluator.follow({ ...place, expression: binding.value, frame: undefined })
    : [unknown(place)];
}

function fromSite(
  evaluator: Evaluator,
  place: Place,
  site: Site,
  binding: Binding,
  scope: number,
): readonly Place[] {
  const given = argumentFor(site.call, binding, shiftOf(evaluator, site, place.module, scope));
  if (!given || hasPassed(place, site.call.span)) return [];
  const there: Place = passing({ ...place, module: site.module, frame: undefined }, site.call.span);
  const values = site.isElement ? evaluator.elements(at(there, given)) : evaluator.follow(at(there, given));
  return (binding.path ?? []).reduce(
    (owners: readonly Place[], key) => owners.flatMap(owner => evaluator.partOf(owner, key, owner)),
    values,
  );
}

/** The argument that meets a parameter, `shift` of whose places the caller does not write. */
function argumentFor(call: Call, { name, index, rest }: Binding, shift: number): Expression | undefined {
  if (rest === 'record') return leftOver(call);
  const named = call.arguments.find(argument => argument.name === name);
  if (named) return named.value;
  if (index === undefined || index < shift) return undefined;
  const positional = call.arguments.filter(argument => argument.name === undefined);
  const before = positional.slice(0, index - shift + 1);
  // Behind `*items` nobody can count.
  return before.some(({ isSpread }) => isSpread) ? undefined : before[index - shift]?.value;
}

/** Every keyword of a call, as the record that `**options` becomes. */
function leftOver(call: Call): Expression | undefined {
  const entries = call.arguments.flatMap(({ name, value }): RecordEntry[] => {
    if (name === undefined) return [];
    return [{ key: name === '**' ? undefined : { kind: 'string', value: name, span: value.span }, value }];
  });
  return entries.length > 0 ? { kind: 'record', entries, span: call.span } : undefined;
}

interface Site extends CallSite {
  /** A callback gets the items of what stands there, one by one. */
  readonly isElement?: boolean;
}

/** Every call of a function in the program. */
function sitesOf(evaluator: Evaluator, module: Module, scope: number): readonly Site[] {
  const owner = module.functions.get(scope);
  return owner ? evaluator.remembered(owner, () => findSites(evaluator, module, scope, owner)) : [];
}

function findSites(
  evaluator: Evaluator,
  module: Module,
  scope: number,
  owner: Named<FunctionDefinition>,
): readonly Site[] {
  const callback = module.callbacks.get(scope);
  if (callback) return callbackSites(callback.call, module);
  const elsewhere = namesOf(module, scope, owner).flatMap(name =>
    evaluator.program.callSites({ name, file: module.file }),
  );
  const own = (module.calls.get('cls') ?? []).map(call => ({ call, module }));
  const sites = [...new Set([...elsewhere, ...own])]
    .slice(0, maxCandidates)
    .filter(site =>
      evaluator.targets(site.call, site.module).some(target => calls(evaluator, target, module, scope)),
    );
  return evaluator.first(sites, maxSites);
}

const perItem = new Set(['map', 'forEach', 'flatMap', 'filter', 'some', 'every', 'find']);

/** `list.map(item => …)` and `map(lambda item: …, list)` call back with each item. */
function callbackSites(call: Call, module: Module): readonly Site[] {
  const { callee } = call;
  const list =
    callee.kind === 'member' && perItem.has(callee.property)
      ? callee.object
      : callee.kind === 'name' && callee.name === 'map'
        ? call.arguments[1]?.value
        : undefined;
  return list ? [{ call: { ...call, arguments: [{ value: list }] }, module, isElement: true }] : [];
}

/** The names a function is called by: its own, or its class's when it is the constructor. */
function namesOf(module: Module, scope: number, { name }: Named<unknown>): readonly string[] {
  if (name === undefined) return [];
  const parent = module.facts.scopes[scope]?.parent;
  const owner = parent === undefined ? undefined : module.classes.get(parent);
  if (!owner || !isConstructor(name)) return [name];
  return [name, ...(owner.name === undefined ? [] : subclassNames(module, owner.name))];
}

function isConstructor(name: string): boolean {
  return name === '__init__' || name === 'constructor' || name === '__new__';
}

/** The class's own name and those of the classes of its file that extend it. */
function subclassNames(module: Module, name: string): readonly string[] {
  const names = new Set([name]);
  for (const { name: own, definition } of module.classes.values()) {
    const extendsKnown = definition.bases.some(base => base.kind === 'name' && names.has(base.name));
    if (own !== undefined && extendsKnown) names.add(own);
  }
  return [...names];
}

function calls(evaluator: Evaluator, target: Place, module: Module, scope: number): boolean {
  const { expression } = target;
  if (expression.kind === 'function') return target.module === module && expression.scope === scope;
  if (expression.kind !== 'class') return false;
  const constructors = ['__init__', 'constructor'].flatMap(name => evaluator.classMember(target, name) ?? []);
  return constructors.some(
    ({ expression: made, module: owner }) =>
      made.kind === 'function' && owner === module && made.scope === scope,
  );
}

/** How many parameters the caller does not write: `self` and `cls`. */
function shiftOf(evaluator: Evaluator, site: CallSite, module: Module, scope: number): number {
  const parent = module.facts.scopes[scope]?.parent;
  const isMethod = parent !== undefined && module.facts.scopes[parent]?.kind === 'class';
  if (!isMethod || module.facts.language !== 'python') return 0;
  const decorators = module.functions.get(scope)?.definition.decorators ?? [];
  if (decorators.some(mark => mark.kind === 'name' && mark.name === 'staticmethod')) return 0;
  const { callee } = site.call;
  if (callee.kind !== 'member') return 1;
  // `Base.__init__(self, …)` writes `self` out.
  const isUnbound =
    callee.property === '__init__' &&
    callee.object.kind !== 'call' &&
    evaluator
      .follow({
        expression: callee.object,
        module: site.module,
        frame: undefined,
        trail: undefined,
        isByName: false,
      })
      .some(({ expression }) => expression.kind === 'class');
  return isUnbound ? 0 : 1;
}
