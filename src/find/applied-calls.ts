import type { Argument, Binding, Call, ClassDefinition, Expression } from '../model/syntax.ts';
import { lastName } from './names.ts';
import { remoteCall } from './remote-calls.ts';
import { startedCall } from './started-calls.ts';

interface NamedClass {
  readonly name: string | undefined;
  readonly definition: ClassDefinition;
}

type Bindings = readonly ReadonlyMap<string, readonly Binding[]>[];

/** Functions that call the function they get: `partial(f, x)`, `map(f, items)`, `pool.submit(f, x)`. */
const appliers = new Set([
  'partial',
  'submit',
  'to_thread',
  'run_in_executor',
  'run_in_threadpool',
  'run_sync',
  'map',
  'imap',
  'flatMap',
  'forEach',
]);

/** Calls that nobody writes out: a function given to another that calls it, and the call of what `partial` made. */
export function appliedCalls(
  calls: readonly Call[],
  bindings: Bindings,
  parents: readonly (number | undefined)[],
): readonly Call[] {
  const standsFor = (value: Expression): readonly Expression[] =>
    value.kind === 'name' ? boundValues(value, bindings, parents) : [value];
  return calls.flatMap(
    call =>
      applied(call) ??
      startedCall(call, standsFor) ??
      triedCall(call) ??
      delayedCall(call) ??
      describedCall(call) ??
      policyCall(call) ??
      formCall(call) ??
      remoteCall(call) ??
      ofPartial(call, bindings, parents) ??
      heldCall(call, bindings, parents) ??
      [],
  );
}

/** `PPO(Policy, env, policy_kwargs={…})` of stable-baselines3 makes the policy with these arguments. */
function policyCall(call: Call): Call | undefined {
  const given = (name: string) => call.arguments.find(argument => argument.name === name)?.value;
  const options = given('policy_kwargs');
  const policy = options && (given('policy') ?? call.arguments[0]?.value);
  return policy && madeWith(policy, options, call);
}

/** The same of records that are handed to an algorithm later: `{"policy": Policy, "policy_kwargs": {…}}`. */
export function policyCalls(bindings: readonly Binding[]): readonly Call[] {
  return bindings.flatMap(({ value }) => {
    if (value?.kind !== 'record') return [];
    const given = (name: string) =>
      value.entries.find(({ key }) => key?.kind === 'string' && key.value === name)?.value;
    const options = given('policy_kwargs');
    const policy = options && given('policy');
    return (policy && madeWith(policy, options, { span: value.span, scope: 0 })) ?? [];
  });
}

function madeWith(
  policy: Expression,
  options: Expression,
  { span, scope }: Pick<Call, 'span' | 'scope'>,
): Call | undefined {
  if (policy.kind !== 'name' && policy.kind !== 'member') return undefined;
  const spread = { name: '**', value: options, isSpread: true } as const;
  return { kind: 'call', callee: policy, arguments: [spread], span, scope };
}

/** A decorator is called with what it decorates. */
export function decorations(bindings: readonly Binding[]): readonly Call[] {
  return bindings.flatMap(({ kind, value }) => {
    if (kind !== 'definition' || (value?.kind !== 'class' && value?.kind !== 'function')) return [];
    // Those of methods, of data classes and of tests say something else.
    return value.decorators
      .filter(isRegistering)
      .map((callee): Call => ({ kind: 'call', callee, arguments: [{ value }], span: callee.span, scope: 0 }));
  });
}

const otherMarks =
  /^(dataclass|property|staticmethod|classmethod|abstractmethod|cached_property|fixture|parametrize|setter|no_grad|command|option|slow|route|get|post)$/;

/** Whether a decorator may be one of the repository that does something with what it decorates. */
export function isRegistering(mark: Expression): boolean {
  const name = lastName(mark.kind === 'call' ? mark.callee : mark);
  return name !== undefined && !otherMarks.test(name);
}

/** Whether a class is an enumeration by what it extends itself. */
export function isEnum({ bases }: ClassDefinition): boolean {
  return bases.some(base => /(Enum|Flag)$/.test(lastName(base) ?? ''));
}

/** `SMALL = ("small", "org/name")` in an enumeration calls its constructor with what stands in the tuple. */
export function memberCalls(classes: Iterable<NamedClass>, bindings: Bindings): readonly Call[] {
  return [...classes].flatMap(({ name, definition }) => {
    if (name === undefined || !isEnum(definition)) return [];
    return [...(bindings[definition.scope]?.values() ?? [])].flat().flatMap(({ value }) => {
      if (value?.kind !== 'list') return [];
      const { span } = value;
      const callee = { kind: 'name', name, scope: 0, span } as const;
      return { kind: 'call', callee, arguments: value.items.map(item => ({ value: item })), span, scope: 0 };
    });
  });
}

const formEvents = /^(click|change|submit|then|Interface|ChatInterface)$/;

/** Gradio's `button.click(f, inputs=[name])` and `Interface(f, inputs)`: the function gets what stands in each of the fields. */
function formCall(call: Call): Call | undefined {
  const name = lastName(call.callee) ?? '';
  if (!formEvents.test(name)) return undefined;
  const positional = call.arguments.filter(argument => argument.name === undefined).map(({ value }) => value);
  const keyword = (...names: readonly string[]) =>
    call.arguments.find(argument => argument.name !== undefined && names.includes(argument.name))?.value;
  const target = keyword('fn') ?? positional[0];
  const inputs = keyword('inputs', 'additional_inputs') ?? (keyword('fn') ? positional[0] : positional[1]);
  if (!target || !inputs || !/^(name|member|function)$/.test(target.kind)) return undefined;
  const fields = inputs.kind === 'list' ? inputs.items : [inputs];
  // A chat hands its message and what was said before first.
  const opaque = { kind: 'opaque', span: call.span } as const;
  const before = name === 'ChatInterface' ? [opaque, opaque] : [];
  return { ...call, callee: target, arguments: [...before, ...fields].map(value => ({ value })) };
}

/** Ray's `tune.run(f, config={…})` and `Tuner(f, param_space={…})` call the function with one of the settings. */
function triedCall(call: Call): Call | undefined {
  if (!/^(run|Tuner)$/.test(lastName(call.callee) ?? '')) return undefined;
  const [first] = call.arguments;
  const settings = call.arguments.find(({ name }) => name === 'config' || name === 'param_space');
  if (!first || !settings || !isReference(first)) return undefined;
  return { ...call, callee: first.value, arguments: [{ value: settings.value }] };
}

/** joblib's `delayed(f)(x)` and asgiref's `sync_to_async(f)(x)` are calls of the function, made later or elsewhere. */
function delayedCall(call: Call): Call | undefined {
  const { callee } = call;
  if (callee.kind !== 'call' || !/^(delayed|sync_to_async|asyncify)$/.test(lastName(callee.callee) ?? ''))
    return undefined;
  const [first] = callee.arguments;
  return first && isReference(first) ? { ...call, callee: first.value } : undefined;
}

/** `dict(type=Net, path=x)` of mmengine's settings and `LazyCall(Net)(path=x)` of detectron2's are calls that a program makes later. */
function describedCall(call: Call): Call | undefined {
  const { callee, arguments: given } = call;
  if (callee.kind === 'call') {
    const [inner] = callee.arguments;
    const isLazy = /^(L|LazyCall)$/.test(lastName(callee.callee) ?? '');
    return isLazy && inner && isReference(inner) ? { ...call, callee: inner.value } : undefined;
  }
  const type = callee.kind === 'name' && callee.name === 'dict' ? given.find(isType) : undefined;
  return type && { ...call, callee: type.value, arguments: given.filter(one => one !== type) };
}

function isType({ name, value }: Argument): boolean {
  return name === 'type' && (value.kind === 'name' || value.kind === 'member');
}

function applied(call: Call): Call | undefined {
  const { callee } = call;
  const name = lastName(callee);
  // asyncio's `loop.run_in_executor(None, f, x)` says where to run it first.
  const [first, ...rest] = name === 'run_in_executor' ? call.arguments.slice(1) : call.arguments;
  const isApplier = name !== undefined && (appliers.has(name) || isProvider(callee));
  if (!isApplier || !first || !isReference(first)) return undefined;
  if (!/map|forEach/i.test(name)) return { ...call, callee: first.value, arguments: rest };
  // `map(f, items)` of Python, `items.map(f)` of JavaScript.
  const items = rest[0]?.value ?? (callee.kind === 'member' ? callee.object : undefined);
  return items && { ...call, callee: first.value, arguments: [{ value: elementOf(items) }] };
}

/** dependency_injector's `providers.Singleton(Net, size=3)`: makes it with these arguments where it is asked for. */
function isProvider(callee: Expression): boolean {
  return (
    callee.kind === 'member' &&
    /^(Singleton|ThreadSafeSingleton|ThreadLocalSingleton|Factory|Resource|Callable)$/.test(
      callee.property,
    ) &&
    lastName(callee.object) === 'providers'
  );
}

/** `load(x)` where `load = partial(f, y)`. */
function ofPartial(
  call: Call,
  bindings: Bindings,
  parents: readonly (number | undefined)[],
): Call | undefined {
  const { callee } = call;
  const made = callee.kind === 'name' ? boundValues(callee, bindings, parents).at(-1) : undefined;
  return made && unwrapPartial(call, made);
}

/**
 * `Lazy(Net, size=3)`: if what is called keeps the class and the rest and calls the one with the other later, this is a
 * call of the class. Whether it does, another file may say.
 */
function heldCall(
  call: Call,
  bindings: Bindings,
  parents: readonly (number | undefined)[],
): Call | undefined {
  const [first, ...rest] = call.arguments;
  if (!first || first.isSpread === true || rest.length === 0 || !isReference(first)) return undefined;
  if (call.callee.kind !== 'name' && call.callee.kind !== 'member') return undefined;
  return isCallable(first.value, bindings, parents)
    ? { ...call, callee: first.value, arguments: rest, heldBy: call.callee }
    : undefined;
}

const className = /^_*[A-Z]\w*[a-z]/;

/** Whether a file defines what an expression names, or has it from somewhere, and it may be a class or a function. */
function isCallable(
  value: Expression,
  bindings: Bindings,
  parents: readonly (number | undefined)[],
): boolean {
  if (value.kind === 'member')
    return className.test(value.property) || className.test(lastName(value.object) ?? '');
  if (value.kind !== 'name') return false;
  return boundValues(value, bindings, parents).some(
    bound =>
      bound.kind === 'class' ||
      bound.kind === 'function' ||
      (bound.kind === 'import' && bound.name !== undefined),
  );
}

/** Whether what is called is written out, looked up by a name, or a class made on the spot: of another call's result nobody knows what its call gives. */
export function isReadable(callee: Expression): boolean {
  if (callee.kind === 'call')
    return callee.callee.kind === 'name' && /^(getattr|type)$/.test(callee.callee.name);
  return /^(name|member|index|function|import)$/.test(callee.kind);
}

/** What calling the result of `partial(f, y)` calls. */
export function unwrapPartial(call: Call, made: Expression): Call | undefined {
  if (made.kind !== 'call' || lastName(made.callee) !== 'partial') return undefined;
  const [first, ...given] = made.arguments;
  const named = new Set(call.arguments.flatMap(({ name }) => name ?? []));
  const kept = given.filter(({ name }) => name === undefined || name === '**' || !named.has(name));
  return first && { ...call, callee: first.value, arguments: [...kept, ...call.arguments] };
}

/** What a name that is called is bound to, as far as its file says. */
export function boundValues(
  { name, scope }: Extract<Expression, { kind: 'name' }>,
  bindings: Bindings,
  parents: readonly (number | undefined)[],
): readonly Expression[] {
  let current: number | undefined = scope;
  while (current !== undefined && !bindings[current]?.has(name)) current = parents[current];
  return current === undefined
    ? []
    : (bindings[current]?.get(name) ?? []).flatMap(({ value }) => value ?? []);
}

function isReference({ value, name }: Argument): boolean {
  return name === undefined && (value.kind === 'name' || value.kind === 'member');
}

function elementOf(of: Expression): Expression {
  return { kind: 'element', of, span: of.span };
}
