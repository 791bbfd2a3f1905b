import { comparePositions, compareSpans, isInside, type Span } from '../model/source.ts';
import type { Binding, Expression, Store } from '../model/syntax.ts';
import { ownerOf } from './additions.ts';
import { callsBySpan } from './calls-by-span.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { oncePer } from './once-per.ts';
import type { Place, Trail } from './place.ts';
import { partsOfValue } from './value-parts.ts';

/** A field that is set more often is not asked about. */
const maxStores = 50;

/**
 * Whether the program sets a field anew, whatever its command line says, before it reads it there: `args = parse_args()`,
 * then `args.model = choose(args)`. Only what surely runs in between counts, in the scope that has the arguments.
 * `from`: the field where it is read; `owner`: what it leads to.
 */
export function isReplacedFlag(evaluator: Evaluator, owner: Place, property: string, from: Place): boolean {
  const steps = stepsBetween(from.trail, owner.trail);
  return steps.some(({ span, module }, index) => {
    const stores = module.stores.get(property);
    const named = stores && assignments(module).get(span);
    if (!named || stores.length > maxStores) return false;
    const uses = usesIn(named.scope, module, from, steps.slice(0, index));
    const isAnew = (store: Store): boolean =>
      isOn(store, named, module) &&
      surelyFollows(store, named.binding) &&
      uses.every(use => surelyReaches(store, use)) &&
      isOwnValue(evaluator, store, named, module);
    return uses.length > 0 && stores.some(isAnew);
  });
}

/** The steps from a field to what its owner stands for, the first that was taken first. */
function stepsBetween(start: Trail | undefined, end: Trail | undefined): readonly Trail[] {
  const steps: Trail[] = [];
  for (let step = end; step && step !== start; step = step.before) steps.push(step);
  return steps.reverse();
}

/** Where a scope reads the field, hands on what has it, or makes something of that: `teacher = copy.deepcopy(args)`. */
function usesIn(scope: number, module: Module, from: Place, steps: readonly Trail[]): readonly Span[] {
  const { expression, frame } = from;
  const isRead =
    from.module === module &&
    expression.kind === 'member' &&
    expression.object.kind === 'name' &&
    expression.object.scope === scope;
  const read = isRead ? [expression.span] : [];
  const called = frame?.caller.module === module && frame.call.scope === scope ? [frame.call.span] : [];
  const handed = steps.flatMap(step =>
    step.module === module && callsBySpan(module).get(step.span)?.scope === scope ? step.span : [],
  );
  const made = steps.flatMap(step => {
    const named = step.module === module ? assignments(module).get(step.span) : undefined;
    // Another name for the same thing has what is set on that.
    return named?.scope === scope && named.binding.value?.kind !== 'name' ? step.span : [];
  });
  return [...read, ...called, ...handed, ...made];
}

function isOn({ object, key }: Store, { binding, scope }: Named, module: Module): boolean {
  return (
    key === undefined &&
    object.kind === 'name' &&
    object.name === binding.name &&
    object.scope === scope &&
    ownerOf(object, module) === scope
  );
}

/** No condition, loop or handler is around it that is not around what gave the name its value. */
function surelyFollows({ span, within }: Store, { span: bound }: Binding): boolean {
  return compareSpans(bound, span) < 0 && (within === undefined || isInside(bound, within));
}

/** What its own value reads, it reads before; what stands behind the block around it may run without it. */
function surelyReaches({ value, within }: Store, use: Span): boolean {
  if (within && !isInside(use, within)) return false;
  const cells = (value.span.cell ?? -1) - (use.cell ?? -1);
  return cells < 0 || (cells === 0 && comparePositions(value.span.end, use.start) <= 0);
}

/** Whether what a field is set to does not come from what it was, or all that comes of that is known. */
function isOwnValue(
  evaluator: Evaluator,
  { value, property }: Store,
  { binding }: Named,
  module: Module,
): boolean {
  if (!isMadeOf(value, binding.name, property)) return true;
  const ends = evaluator.glance(value, module);
  return ends.length > 0 && ends.every(({ expression: { kind } }) => kind === 'string' || kind === 'literal');
}

/** Expressions inside each other that are looked into; what stands deeper may be anything. */
const deepest = 20;

/** Whether a value is made of the arguments as a whole, or of one of their fields. */
function isMadeOf(value: Expression, name: string, property: string, depth = 0): boolean {
  if (depth > deepest || (value.kind === 'name' && value.name === name)) return true;
  const isField = value.kind === 'member' && value.object.kind === 'name' && value.object.name === name;
  if (isField) return value.property === property;
  return partsOf(value).some(part => isMadeOf(part, name, property, depth + 1));
}

function partsOf(value: Expression): readonly Expression[] {
  switch (value.kind) {
    case 'member':
      return [value.object];
    case 'index':
      return [value.object, value.index];
    case 'element':
      return [value.of];
    case 'call':
      return [value.callee, ...value.arguments.map(argument => argument.value)];
    default:
      return partsOfValue(value);
  }
}

interface Named {
  readonly binding: Binding;
  readonly scope: number;
}

/** By the place of the name, which is the parser's own object. */
const assignments = oncePer((module: Module): ReadonlyMap<Span, Named> => {
  const found = new Map<Span, Named>();
  for (const [scope, names] of module.bindings.entries()) {
    for (const binding of [...names.values()].flat())
      if (binding.kind === 'assignment') found.set(binding.span, { binding, scope });
  }
  return found;
});
