import type { ModelReference } from '../model/reference.ts';
import type { Span } from '../model/source.ts';
import type { Argument, Call, Expression } from '../model/syntax.ts';
import type { ProjectAct } from '../model/verdict.ts';
import type { Module } from './module.ts';
import { isSelf, lastName } from './names.ts';
import { enclosingClass } from './scopes.ts';

/** Steps that are followed from a trainer back to the call that loaded its model. */
const mostSteps = 30;

/** Libraries whose trainers train the model they are given. */
const trainerLibraries =
  /^(?:transformers|trl|sentence_transformers|setfit|peft|adapters|optimum|span_marker|unsloth)\b/;

/** Calls that give back the model they take, ready to be trained. */
const wrappers = new Set([
  'get_peft_model',
  'prepare_model_for_kbit_training',
  'to',
  'cuda',
  'train',
  'half',
]);

/**
 * What a file does with the models it loads, as far as it surely shows in the same file: it hands a model to a trainer,
 * and pushes the model or the trainer to a hub. What shows nowhere is not claimed.
 */
export function withActs(references: readonly ModelReference[], module: Module): readonly ModelReference[] {
  const deeds = deedsIn(module);
  if (deeds.length === 0) return references;
  const isLoad = ({ weights, call }: ModelReference) => weights !== 'none' && call.file === module.file;
  const loads = new Set(references.filter(isLoad).map(({ call }) => keyOf(call)));
  const acts = new Map<string, Set<ProjectAct>>();
  for (const { act, sources } of deeds) {
    const [key, ...others] = new Set(sources.map(keyOf).filter(source => loads.has(source)));
    // A name that two loading calls give a value may stand for either: then nothing is sure.
    if (key !== undefined && others.length === 0) acts.set(key, (acts.get(key) ?? new Set()).add(act));
  }
  return references.map(reference => {
    const own = isLoad(reference) ? acts.get(keyOf(reference.call)) : undefined;
    return own === undefined ? reference : { ...reference, acts: [...(reference.acts ?? []), ...own] };
  });
}

/** One call that trains or pushes, and the calls that gave it what it works on. */
interface Deed {
  readonly act: ProjectAct;
  readonly sources: readonly Span[];
}

function deedsIn(module: Module): readonly Deed[] {
  const trainers = trainerCalls(module);
  const pushed = module.calls.get('push_to_hub') ?? [];
  const trained = [...trainers.values()].map(call => ({ call, sources: modelOf(call, module) }));
  const settings = trained.some(({ call }) => argumentOf(call, 'args', 1)) ? pushingCalls(module) : new Set();
  const pushes = (call: Call) =>
    callsBehind(argumentOf(call, 'args', 1), module).some(span => settings.has(keyOf(span)));
  return [
    ...trained.map(({ sources }): Deed => ({ act: 'fine-tunes', sources })),
    ...trained.filter(({ call }) => pushes(call)).map(({ sources }): Deed => ({ act: 'publishes', sources })),
    ...pushed.map(({ callee }): Deed => {
      const object = callee.kind === 'member' ? callee.object : undefined;
      return { act: 'publishes', sources: sourcesOf(object, trainers, module) };
    }),
  ];
}

/** By place. */
function trainerCalls(module: Module): ReadonlyMap<string, Call> {
  const isTrainer = ({ callee }: Call) =>
    lastName(callee)?.endsWith('Trainer') === true && isImported(callee, module);
  return new Map(module.facts.calls.filter(isTrainer).map(call => [keyOf(call.span), call]));
}

function isImported(callee: Expression, module: Module): boolean {
  const root = callee.kind === 'member' ? callee.object : callee;
  if (root.kind !== 'name') return false;
  const values = valuesOf(root, module);
  const isKnown = (value: Expression) => value.kind === 'import' && trainerLibraries.test(value.module);
  return values.length > 0 && values.every(isKnown);
}

/** The calls that gave a trainer its model; the trainer itself where it loads one by its id. */
function modelOf(call: Call, module: Module): readonly Span[] {
  const model = argumentOf(call, 'model', 0);
  return model === undefined ? [] : [call.span, ...callsBehind(model, module)];
}

/** Of a trainer, what it trains; of a model, the call that loaded it. */
function sourcesOf(
  expression: Expression | undefined,
  trainers: ReadonlyMap<string, Call>,
  module: Module,
): readonly Span[] {
  const spans = callsBehind(expression, module);
  const trained = spans.flatMap(span => trainers.get(keyOf(span)) ?? []);
  return [...spans, ...trained.flatMap(call => modelOf(call, module))];
}

/** Where settings are made that push: `TrainingArguments(…, push_to_hub=True)`. */
function pushingCalls(module: Module): ReadonlySet<string> {
  const isPushing = (call: Call) => {
    const value = argumentOf(call, 'push_to_hub', undefined);
    return value?.kind === 'literal' && value.value === true;
  };
  return new Set(module.facts.calls.filter(isPushing).map(({ span }) => keyOf(span)));
}

function argumentOf(call: Call, name: string, position: number | undefined): Expression | undefined {
  const named = call.arguments.find(argument => argument.name === name);
  const positional = position === undefined ? undefined : call.arguments.filter(isPositional)[position];
  return (named ?? positional)?.value;
}

function isPositional({ name, isSpread }: Argument): boolean {
  return name === undefined && isSpread !== true;
}

/** Every call an expression may stand for, through names, fields of `self` and calls that give back what they take. */
function callsBehind(expression: Expression | undefined, module: Module): readonly Span[] {
  const found: Span[] = [];
  const seen = new Set<Expression>();
  const left: Expression[] = expression === undefined ? [] : [expression];
  for (let current = left.pop(); current !== undefined && seen.size < mostSteps; current = left.pop()) {
    if (seen.has(current)) continue;
    seen.add(current);
    if (current.kind === 'call') {
      found.push(current.span);
      left.push(...throughCall(current));
    } else if (current.kind === 'choice') left.push(...current.options);
    else left.push(...valuesOf(current, module));
  }
  return found;
}

function throughCall({ callee, arguments: given }: Call): readonly Expression[] {
  if (!wrappers.has(lastName(callee) ?? '')) return [];
  const first = given[0]?.value;
  if (callee.kind === 'member') return [callee.object, ...(first ? [first] : [])];
  return first ? [first] : [];
}

/** What a name or a field was given, in its own scope or one around it; nothing where that is more than anybody follows. */
function valuesOf(expression: Expression, module: Module): readonly Expression[] {
  const values =
    expression.kind === 'member'
      ? fieldValues(expression.object, expression.property, module)
      : expression.kind === 'name'
        ? namedValues(expression.name, expression.scope, module)
        : [];
  return values.length > mostSteps ? [] : values;
}

function namedValues(name: string, from: number, module: Module): readonly Expression[] {
  for (
    let scope: number | undefined = from;
    scope !== undefined;
    scope = module.facts.scopes[scope]?.parent
  ) {
    const bindings = module.bindings[scope]?.get(name);
    if (bindings) return bindings.flatMap(({ value }) => value ?? []);
  }
  return [];
}

function fieldValues(object: Expression, property: string, module: Module): readonly Expression[] {
  if (object.kind !== 'name') return [];
  if (isSelf(object.name)) {
    const owner = enclosingClass(module, object.scope);
    const fields = owner === undefined ? [] : (module.bindings[owner]?.get(property) ?? []);
    return fields.flatMap(({ value }) => value ?? []);
  }
  const own = (module.stores.get(property) ?? []).filter(store => isSameName(store.object, object));
  // Several objects may go by one name.
  return own.length === 1 ? own.map(({ value }) => value) : [];
}

function isSameName(a: Expression, b: Expression): boolean {
  return a.kind === 'name' && b.kind === 'name' && a.name === b.name;
}

function keyOf({ cell, start, end }: Span): string {
  return `${cell} ${start.line}:${start.character} ${end.line}:${end.character}`;
}
