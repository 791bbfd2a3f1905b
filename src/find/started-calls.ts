import { type ArgumentPlace, argument, keyword } from '../loaders/loader.ts';
import type { Argument, Call, Expression } from '../model/syntax.ts';
import { lastName } from './names.ts';

/** What calls a function that it is handed, with what stands for its arguments in places of their own. */
interface Starter {
  /** Where the function stands. */
  readonly target: ArgumentPlace;
  /** Where the list of what it gets in order stands. */
  readonly items: ArgumentPlace;
  /** Where the record of what it gets by name stands. */
  readonly named?: ArgumentPlace;
  /** Whether each process tells the function its own number first. */
  readonly isNumbered?: boolean;
}

const process: Starter = {
  target: keyword('target'),
  items: keyword('args'),
  named: keyword('kwargs'),
};
/** Of torch and of torch_xla; ignite has a backend before them. */
const spawn: Starter = {
  target: argument(0, 'fn'),
  items: argument(1, 'args'),
  named: keyword('kwargs_dict'),
  isNumbered: true,
};
const notebook: Starter = { target: argument(0, 'function'), items: argument(1, 'args') };

/** By the last name of what is called. */
const starters: ReadonlyMap<string, Starter> = new Map([
  ['spawn', spawn],
  ['start_processes', spawn],
  ['notebook_launcher', notebook],
  ['debug_launcher', notebook],
  // Of detectron2, whose file many repositories copy.
  ['launch', { target: argument(0, 'main_func'), items: keyword('args') }],
  ['Timer', { target: argument(1, 'function'), items: argument(2, 'args'), named: argument(3, 'kwargs') }],
  ['apply_async', { target: argument(0, 'func'), items: argument(1, 'args'), named: argument(2, 'kwds') }],
]);

/** Classes whose `run` calls the function it is handed, and whether each process tells it its number first. */
const runners: ReadonlyMap<string, boolean> = new Map([
  ['Parallel', true],
  ['TorchDistributor', false],
]);

/** `Process(target=f, args=(x,))`, `spawn(f, args=(x,), nprocs=2)`: what the new process or thread calls. `standsFor`: what an expression is bound to. */
export function startedCall(
  call: Call,
  standsFor: (expression: Expression) => readonly Expression[],
): Call | undefined {
  const name = lastName(call.callee) ?? '';
  if (name === 'run') return runCall(call, standsFor);
  if (/(Process|Thread)$/.test(name)) return startedBy(process, call);
  const starter = starters.get(name);
  return starter && startedBy(starter, isBehindBackend(call, starter) ? withoutFirst(call) : call);
}

function startedBy({ target, items, named, isNumbered }: Starter, call: Call): Call | undefined {
  const callee = given(call, target);
  const [list, record] = [given(call, items), named && given(call, named)];
  if (!callee || !/^(name|member|index|function)$/.test(callee.kind)) return undefined;
  if (!list && !record && target.position !== undefined) return undefined;
  return {
    ...call,
    callee,
    arguments: [
      ...(isNumbered ? [numberOf(call)] : []),
      ...(list ? inOrder(list) : []),
      ...(record ? [{ name: '**', value: record, isSpread: true }] : []),
    ],
  };
}

/** `with idist.Parallel() as parallel: parallel.run(f, x)`. */
function runCall(call: Call, standsFor: (expression: Expression) => readonly Expression[]): Call | undefined {
  const { callee, arguments: all } = call;
  const [first, ...rest] = all;
  if (callee.kind !== 'member' || !first || !isReference(first)) return undefined;
  const makers = standsFor(callee.object).flatMap(made =>
    made.kind === 'call' ? (lastName(made.callee) ?? []) : [],
  );
  const isNumbered = makers.map(name => runners.get(name)).find(known => known !== undefined);
  if (isNumbered === undefined) return undefined;
  return { ...call, callee: first.value, arguments: isNumbered ? [numberOf(call), ...rest] : rest };
}

/** ignite's `spawn("nccl", f, args=(x,))`. */
function isBehindBackend({ arguments: all }: Call, { isNumbered }: Starter): boolean {
  const [first, second] = all.filter(({ name }) => name === undefined);
  if (!isNumbered || !first || !second || !isReference(second)) return false;
  return !isReference(first) || all.some(({ name }) => name === 'args');
}

function withoutFirst(call: Call): Call {
  return { ...call, arguments: call.arguments.slice(1) };
}

/** What stands at a place of a call, as it is written. */
function given({ arguments: all }: Call, { position, keywords = [] }: ArgumentPlace): Expression | undefined {
  const named = all.find(({ name }) => name !== undefined && keywords.includes(name));
  const inOrder = position === undefined ? undefined : all.filter(({ name }) => name === undefined)[position];
  return (named ?? (inOrder?.isSpread ? undefined : inOrder))?.value;
}

/** The items of a list that is written out, or the list as what is spread. */
function inOrder(list: Expression): readonly Argument[] {
  return list.kind === 'list' ? list.items.map(value => ({ value })) : [{ value: list, isSpread: true }];
}

/** The number of a process, which only the run knows. */
function numberOf({ span }: Call): Argument {
  return { value: { kind: 'opaque', span } };
}

function isReference({ value, name }: Argument): boolean {
  return name === undefined && (value.kind === 'name' || value.kind === 'member');
}
