import type { ModelReference } from '../model/reference.ts';
import type { Span } from '../model/source.ts';
import type { Argument, Call, Expression } from '../model/syntax.ts';
import type { ProjectAct } from '../model/verdict.ts';
import { enclosingClass, type Module } from './module.ts';
import { isSelf, lastName } from './names.ts';

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
  const deeds = [...trainings(module), ...pushes(module)];
  if (deeds.length === 0) return references;
  const loads = references.filter(({ weights, call }) => weights !== 'none' && call.file === module.file);
  const sure = deeds.filter(deed => distinctCalls(loads.filter(load => isSource(load, deed))) === 1);
  return references.map(reference => {
    const own = loads.includes(reference) ? sure.filter(deed => isSource(reference, deed)) : [];
    const acts = [...new Set(own.map(({ act }) => act))];
    return acts.length === 0 ? reference : { ...reference, acts };
  });
}

/** One call that trains or pushes, and the calls that gave it what it works on. */
interface Deed {
  readonly act: ProjectAct;
  readonly sources: readonly Span[];
}

function isSource({ call }: ModelReference, { sources }: Deed): boolean {
  return sources.some(span => isSameSpan(span, call));
}

/** A name that two loading calls give a value may stand for either: then nothing is sure. */
function distinctCalls(references: readonly ModelReference[]): number {
  return new Set(references.map(({ call }) => `${call.cell} ${call.start.line}:${call.start.character}`))
    .size;
}

function trainings(module: Module): readonly Deed[] {
  return trainerCalls(module).map(call => ({ act: 'fine-tunes', sources: modelOf(call, module) }));
}

function trainerCalls(module: Module): readonly Call[] {
  const isTrainer = (call: Call): boolean => {
    const name = lastName(call.callee) ?? '';
    return name.endsWith('Trainer') && isImported(call.callee, module);
  };
  return module.facts.calls.filter(isTrainer);
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

function pushes(module: Module): readonly Deed[] {
  const explicit = (module.calls.get('push_to_hub') ?? []).map(({ callee }) =>
    callee.kind === 'member' ? sourcesOf(callee.object, module) : [],
  );
  const implicit = trainerCalls(module)
    .filter(call => isPushing(argumentOf(call, 'args', 1), module))
    .map(call => modelOf(call, module));
  return [...explicit, ...implicit].map(sources => ({ act: 'publishes', sources }));
}

/** Of a trainer, what it trains; of a model, the call that loaded it. */
function sourcesOf(expression: Expression, module: Module): readonly Span[] {
  const spans = callsBehind(expression, module);
  const trainers = trainerCalls(module).filter(({ span }) => spans.some(one => isSameSpan(one, span)));
  return [...spans, ...trainers.flatMap(call => modelOf(call, module))];
}

/** `TrainingArguments(…, push_to_hub=True)`, followed through a name. */
function isPushing(settings: Expression | undefined, module: Module): boolean {
  if (settings === undefined) return false;
  const spans = callsBehind(settings, module);
  const calls = module.facts.calls.filter(({ span }) => spans.some(one => isSameSpan(one, span)));
  return calls.some(call => {
    const value = argumentOf(call, 'push_to_hub', undefined);
    return value?.kind === 'literal' && value.value === true;
  });
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
function callsBehind(expression: Expression, module: Module): readonly Span[] {
  const found: Span[] = [];
  const seen = new Set<Expression>();
  const left: Expression[] = [expression];
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

/** What a name or a field was given, in its own scope or one around it. */
function valuesOf(expression: Expression, module: Module): readonly Expression[] {
  if (expression.kind === 'member') {
    const stores = module.stores.get(expression.property) ?? [];
    if (expression.object.kind === 'name' && isSelf(expression.object.name)) {
      const owner = enclosingClass(module, expression.object.scope);
      const fields = owner === undefined ? [] : (module.bindings[owner]?.get(expression.property) ?? []);
      return fields.flatMap(({ value }) => value ?? []);
    }
    const own = stores.filter(({ object }) => isSameName(object, expression.object));
    // Fields of several classes may share the name.
    return own.length === 1 ? own.map(({ value }) => value) : [];
  }
  if (expression.kind !== 'name') return [];
  let scope: number | undefined = expression.scope;
  while (scope !== undefined) {
    const bindings = module.bindings[scope]?.get(expression.name);
    if (bindings) return bindings.flatMap(({ value }) => value ?? []);
    scope = module.facts.scopes[scope]?.parent;
  }
  return [];
}

function isSameName(a: Expression, b: Expression): boolean {
  return a.kind === 'name' && b.kind === 'name' && a.name === b.name;
}

function isSameSpan(a: Span, b: Span): boolean {
  return (
    a.cell === b.cell &&
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
