import type { Binding, Expression, RecordEntry } from '../model/syntax.ts';
import { workerPaths } from './command-texts.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';
import { at, type Place, passing } from './place.ts';
import { configParameter } from './pretrained-config.ts';
import { factorySettings } from './spacy-factories.ts';

/** What frameworks that make objects of the repository's classes hand their constructors. */
export function frameworkValues(
  evaluator: Evaluator,
  place: Place,
  binding: Binding,
  scope: number,
): readonly Place[] {
  const { language } = place.module.facts;
  return language === 'python'
    ? [
        ...trussSettings(evaluator, place, binding, scope),
        ...nodeInputs(evaluator, place, binding, scope),
        ...configParameter(evaluator, place, binding, scope),
        ...factorySettings(evaluator, place, binding, scope),
      ]
    : workerMessages(evaluator, place, binding, scope);
}

/** `self.addEventListener("message", event => …)` of a worker gets what pages that start it post: `worker.postMessage(x)`. */
function workerMessages(
  evaluator: Evaluator,
  place: Place,
  { index, path = [] }: Binding,
  scope: number,
): readonly Place[] {
  const { module } = place;
  if (index !== 0 || !isMessageHandler(module, scope)) return [];
  const { program } = evaluator;
  const pages = program.commands.starters(module.file).filter(file => {
    const page = program.needed(file);
    return page !== undefined && startsWorker(evaluator, page, module.file);
  });
  const posted = pages.flatMap(file => program.callSites({ name: 'postMessage', file }));
  return [...new Map(posted.map(site => [site.call, site])).values()].flatMap(({ call, module: page }) => {
    const value = call.arguments[0]?.value;
    if (!value || page === module) return [];
    const { span } = value;
    const key = { kind: 'string', value: 'data', span } as const;
    const event = { ...passing(place, call.span), module: page, frame: undefined };
    const whole = at(event, { kind: 'record', entries: [{ key, value }], span });
    return path.reduce<readonly Place[]>(
      (owners, part) => owners.flatMap(owner => evaluator.partOf(owner, part, owner)),
      [whole],
    );
  });
}

function isMessageHandler({ callbacks, stores, bindings }: Module, scope: number): boolean {
  const listened = callbacks.get(scope)?.call;
  if (listened) {
    const [kind] = listened.arguments;
    return (
      lastName(listened.callee) === 'addEventListener' &&
      kind?.value.kind === 'string' &&
      kind.value.value === 'message'
    );
  }
  const set = [...(stores.get('onmessage') ?? []), ...(bindings[0]?.get('onmessage') ?? [])];
  return set.some(({ value }) => value?.kind === 'function' && value.scope === scope);
}

function startsWorker({ program }: Evaluator, page: Module, file: string): boolean {
  return workerPaths(page).some(
    path => program.fileOf(path.startsWith('.') ? path : `./${path}`, page) === file,
  );
}

/** Keys of which every Truss's configuration has some. */
const trussKeys = ['model_metadata', 'resources', 'requirements', 'requirements_file', 'python_version'];

/** Truss makes the `Model` of `model/model.py` with `config=`, the content of the `config.yaml` beside its folder. */
function trussSettings(
  evaluator: Evaluator,
  place: Place,
  { name, rest, span }: Binding,
  scope: number,
): readonly Place[] {
  const { module } = place;
  const isConfig = rest === 'record' || name === 'config';
  if (!isConfig || !/(^|\/)model\/model\.py$/.test(module.file)) return [];
  const owner = module.facts.scopes[scope]?.parent;
  const isConstructor = module.functions.get(scope)?.name === '__init__';
  if (!isConstructor || owner === undefined || module.classes.get(owner)?.name !== 'Model') return [];
  const data = evaluator.program.data('config.yaml', module);
  const keys = data?.expression.kind === 'record' ? data.expression.entries.flatMap(textKey) : [];
  if (!data || !keys.some(key => trussKeys.includes(key))) return [];
  const settings: Place = { ...passing(place, span), ...data, frame: undefined };
  if (rest !== 'record') return [settings];
  const key = { kind: 'string', value: 'config', span } as const;
  return [at(settings, { kind: 'record', entries: [{ key, value: data.expression }], span })];
}

function textKey({ key }: RecordEntry): readonly string[] {
  const written: Expression | undefined = key;
  return written?.kind === 'string' ? [written.value] : [];
}

/** ComfyUI hands the method that a node's `FUNCTION` names what people choose of its `INPUT_TYPES`. */
function nodeInputs(evaluator: Evaluator, place: Place, { name }: Binding, scope: number): readonly Place[] {
  const { module } = place;
  const parent = module.facts.scopes[scope]?.parent;
  const owner = parent === undefined ? undefined : module.classes.get(parent)?.definition;
  if (!owner || !module.bindings[owner.scope]?.has('INPUT_TYPES')) return [];
  const node = at(place, owner);
  const method = module.functions.get(scope)?.name;
  const isCalled = evaluator
    .partOf(node, 'FUNCTION', node)
    .some(({ expression }) => expression.kind === 'string' && expression.value === method);
  const types = isCalled ? evaluator.partOf(node, 'INPUT_TYPES', node) : [];
  const returned = types.flatMap(type =>
    type.expression.kind === 'function'
      ? type.expression.returns.flatMap(value => evaluator.follow(at(type, value)))
      : [],
  );
  return returned
    .flatMap(inputs => ['required', 'optional'].flatMap(group => evaluator.partOf(inputs, group, inputs)))
    .flatMap(inputs => evaluator.partOf(inputs, name, inputs))
    .flatMap(input => chosenInput(evaluator, input));
}

/** `(["org/a", "org/b"], {…})` lets people choose one, `("STRING", {"default": "org/a"})` write another. */
function chosenInput(evaluator: Evaluator, input: Place): readonly Place[] {
  const [type, options] = input.expression.kind === 'list' ? input.expression.items : [];
  if (!type) return [];
  const choices = evaluator.follow(at(input, type)).filter(({ expression }) => expression.kind === 'list');
  const first = options ? evaluator.follow(at(input, options)) : [];
  return [
    ...first.flatMap(end => evaluator.partOf(end, 'default', end)),
    ...choices.flatMap(list => evaluator.elements(list)).map(choice => ({ ...choice, isByName: true })),
  ];
}
