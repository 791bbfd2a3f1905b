import type { Argument, Binding, Call, Expression } from '../model/syntax.ts';
import { lastName } from './names.ts';

type Bindings = readonly ReadonlyMap<string, readonly Binding[]>[];

/** Functions that call the function they get: `partial(f, x)`, `map(f, items)`, `pool.submit(f, x)`. */
const appliers = new Set([
  'partial',
  'submit',
  'to_thread',
  'apply_async',
  'map',
  'imap',
  'flatMap',
  'forEach',
]);

/** Calls that nobody writes out: a function given to another that calls it, and the call of what `partial` made. */
export function appliedCalls(calls: readonly Call[], bindings: Bindings): readonly Call[] {
  return calls.flatMap(call => applied(call) ?? ofPartial(call, bindings) ?? []);
}

function applied(call: Call): Call | undefined {
  const { callee } = call;
  const name = lastName(callee);
  const [first, ...rest] = call.arguments;
  if (name === undefined || !appliers.has(name) || !first || !isReference(first)) return undefined;
  if (!/map|forEach/i.test(name)) return { ...call, callee: first.value, arguments: rest };
  // `map(f, items)` of Python, `items.map(f)` of JavaScript.
  const items = rest[0]?.value ?? (callee.kind === 'member' ? callee.object : undefined);
  return items && { ...call, callee: first.value, arguments: [{ value: elementOf(items) }] };
}

/** `load(x)` where `load = partial(f, y)`. */
function ofPartial(call: Call, bindings: Bindings): Call | undefined {
  const { callee } = call;
  const [only, ...others] = callee.kind === 'name' ? (bindings[callee.scope]?.get(callee.name) ?? []) : [];
  const made = only?.value;
  if (others.length > 0 || made?.kind !== 'call' || lastName(made.callee) !== 'partial') return undefined;
  const [first, ...given] = made.arguments;
  return first && { ...call, callee: first.value, arguments: [...given, ...call.arguments] };
}

function isReference({ value, name }: Argument): boolean {
  return name === undefined && (value.kind === 'name' || value.kind === 'member');
}

function elementOf(of: Expression): Expression {
  return { kind: 'element', of, span: of.span };
}
