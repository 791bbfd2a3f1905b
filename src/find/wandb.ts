import type { Span } from '../model/source.ts';
import type { Call, Expression, RecordEntry } from '../model/syntax.ts';
import { entryOf, entryUnder } from './entries.ts';
import type { Evaluator } from './evaluator.ts';
import { given } from './known-call.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';
import { nestedRecord } from './nested-record.ts';
import { at, hasPassed, type Place, passing } from './place.ts';

/**
 * What `wandb.config` holds: what its runs are started with, what is added to it, and what a sweep tries. Of the file
 * itself, or else of those that it imports.
 */
export function runSettings(evaluator: Evaluator, place: Place): readonly Place[] {
  const { module } = place;
  const own = settingsIn(evaluator, place, module);
  if (own.length > 0) return own;
  const imported = module.facts.imports.flatMap(name => evaluator.program.imported(name, module) ?? []);
  return imported.flatMap(other => settingsIn(evaluator, place, other));
}

/** The `config` of `run = wandb.init(…)`. What other runs are started with is none of it where the call says its own. */
export function settingsOfRun(
  evaluator: Evaluator,
  owner: Place,
  call: Call,
  property: string,
): readonly Place[] | undefined {
  if (property !== 'config' || !isOfLibrary(evaluator, call, owner.module, 'init')) return undefined;
  const own = configOf(call);
  const settings = own ? settingsOfOne(evaluator, owner, call, own) : runSettings(evaluator, owner);
  return settings.length > 0 ? settings : undefined;
}

/** What a run is started with, as it was called here, what is added to it, and what sweeps try with any run. */
function settingsOfOne(evaluator: Evaluator, owner: Place, run: Call, config: Expression): readonly Place[] {
  const { module } = owner;
  const own = hasPassed(owner, run.span) ? [] : evaluator.follow(at(passing(owner, run.span), config));
  return [
    ...own,
    ...toldIn(evaluator, owner, module, addedIn(evaluator, module, run)),
    ...triedIn(evaluator, owner, module),
  ].filter(({ expression }) => expression.kind !== 'opaque');
}

/** Whether an import stands for the settings of the run: `wandb.config`, `wandb.run.config`. */
export function isRunSettings(module: string, name: string): boolean {
  return module === 'wandb' && /^(run\.)?config$/.test(name);
}

function settingsIn(evaluator: Evaluator, place: Place, module: Module): readonly Place[] {
  if (!module.facts.imports.includes('wandb')) return [];
  const told = [...startedWith(evaluator, module), ...addedIn(evaluator, module)];
  return [...toldIn(evaluator, place, module, told), ...triedIn(evaluator, place, module)];
}

function toldIn(evaluator: Evaluator, place: Place, module: Module, told: readonly Told[]): readonly Place[] {
  const there = { ...place, module, frame: undefined };
  return told
    .filter(({ span }) => !hasPassed(place, span))
    .flatMap(({ value, span }) => evaluator.follow(at(passing(there, span), value)))
    .filter(({ expression }) => expression.kind !== 'opaque');
}

function triedIn(evaluator: Evaluator, place: Place, module: Module): readonly Place[] {
  return [...sweptIn(evaluator, place, module), ...sweptByFiles(evaluator, place, module)];
}

/** Settings, and where they are told. */
interface Told {
  readonly value: Expression;
  readonly span: Span;
}

/** `wandb.init(config=…)`. */
function startedWith(evaluator: Evaluator, module: Module): readonly Told[] {
  return callsOf(evaluator, module, 'init').flatMap(call => {
    const value = configOf(call);
    return value ? { value, span: call.span } : [];
  });
}

function configOf(call: Call): Expression | undefined {
  return call.arguments.find(({ name }) => name === 'config')?.value;
}

/**
 * `wandb.config.update(…)`, `wandb.config.model = …`, of one run or of all. What is added under a name of its own is found
 * as with any record.
 */
function addedIn(evaluator: Evaluator, module: Module, run?: Call): readonly Told[] {
  const isSettings = settingsTest(evaluator, module, run);
  const updates = (module.calls.get('update') ?? []).flatMap(({ callee, arguments: [first], span }) =>
    callee.kind === 'member' && first && isSettings(callee.object) ? { value: first.value, span } : [],
  );
  const set = module.facts.stores.flatMap(({ object, property, value, span }) =>
    property !== '' && isSettings(object)
      ? { value: nestedRecord([{ path: [property], value }], span), span }
      : [],
  );
  return [...updates, ...set];
}

/** Whether something is the settings of a run. Those of `wandb` itself are of the only run that the file starts, or of any. */
function settingsTest(
  evaluator: Evaluator,
  module: Module,
  run: Call | undefined,
): (object: Expression) => boolean {
  const isAny = !run || callsOf(evaluator, module, 'init').length < 2;
  return object => {
    if (object.kind !== 'member' || object.property !== 'config') return false;
    return evaluator.glance(object.object, module).some(({ expression }) => {
      if (expression.kind === 'call')
        return run ? expression === run : isOfLibrary(evaluator, expression, module, 'init');
      if (!isAny || expression.kind !== 'import' || expression.module !== 'wandb') return false;
      return expression.name === undefined || expression.name === 'run';
    });
  };
}

/** What the sweeps of a file try: `wandb.sweep({"parameters": {"model": {"values": […]}}})`. */
function sweptIn(evaluator: Evaluator, place: Place, module: Module): readonly Place[] {
  return callsOf(evaluator, module, 'sweep').flatMap(call => {
    const sweep = given(call, 0, 'sweep');
    if (!sweep || hasPassed(place, call.span)) return [];
    const there = passing({ ...place, module, frame: undefined }, call.span);
    return evaluator
      .follow(at(there, entryUnder(sweep, 'parameters', call.span)))
      .flatMap(one => triedOf(evaluator, one));
  });
}

/** The same of files of settings that say which program they are for. From where it is run only the run knows. */
function sweptByFiles(evaluator: Evaluator, place: Place, module: Module): readonly Place[] {
  return evaluator.program.settings.near(module, /\.ya?ml$/).flatMap(file => {
    const entries = file.expression.kind === 'record' ? file.expression.entries : [];
    const [program, parameters, method] = ['program', 'parameters', 'method'].map(
      key => entryOf(entries, key).value,
    );
    const isMeant = program?.kind === 'string' && `/${module.file}`.endsWith(`/${program.value}`);
    if (!isMeant || !parameters || !method) return [];
    const there = { ...place, module: file.module, frame: undefined, isByName: true };
    return triedOf(evaluator, at(there, parameters));
  });
}

/** The parameters of a sweep as the record that each run gets one of: `{values: [x, y]}` stands for x or y, `{value: x}` for x. */
function triedOf(evaluator: Evaluator, parameters: Place): readonly Place[] {
  const { expression } = parameters;
  if (expression.kind !== 'record') return [];
  const own = expression.entries.filter(({ key }) => key !== undefined);
  const entries = own.map(({ key, value }): RecordEntry => ({ key, value: tried(value) }));
  const others = expression.entries.filter(({ key }) => key === undefined);
  return [
    at(parameters, { ...expression, entries }),
    ...others
      .flatMap(({ value }) => evaluator.follow(at(parameters, value)))
      .flatMap(one => triedOf(evaluator, one)),
  ];
}

function tried(parameter: Expression): Expression {
  const { span } = parameter;
  const values: Expression = { kind: 'element', of: entryUnder(parameter, 'values', span), span };
  return { kind: 'choice', options: [values, entryUnder(parameter, 'value', span)], span };
}

function callsOf(evaluator: Evaluator, module: Module, name: string): readonly Call[] {
  return (module.calls.get(name) ?? []).filter(call => isOfLibrary(evaluator, call, module, name));
}

function isOfLibrary(evaluator: Evaluator, call: Call, module: Module, name: string): boolean {
  // Most calls are of something else.
  if (lastName(call.callee) !== name || !module.facts.imports.includes('wandb')) return false;
  return evaluator
    .targets(call, module)
    .some(
      ({ expression }) =>
        expression.kind === 'import' && expression.module === 'wandb' && expression.name === name,
    );
}
