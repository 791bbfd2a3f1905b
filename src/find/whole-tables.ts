import type { Expression } from '../model/syntax.ts';
import type { Module } from './module.ts';
import { oncePer } from './once-per.ts';
import { partsOfValue } from './value-parts.ts';

/** Methods of a table that leave it as it is. */
const reads = /^(get|keys|values|items|copy)$/;
/** Functions that only ask what a class is: `super(Net, self)`. */
const asks = /^(super|isinstance|issubclass|type|len|print)$/;
/** Expressions inside each other that are looked into; what stands deeper is as good as handed over. */
const deepest = 20;

/**
 * Whether a file changes what a name stands for or gives it to something that may: a call, another name, a part of
 * something. It is told by the name alone, whatever else bears it.
 */
export function isHandedOver(name: string, module: Module): boolean {
  return handedOver(module).has(name);
}

const handedOver = oncePer(({ facts: { calls, stores, scopes } }: Module): ReadonlySet<string> => {
  const names = new Set<string>();
  const hand = (value: Expression | undefined): void => addNames(value, names, 0);
  for (const { callee, arguments: given } of calls) {
    if (callee.kind === 'member' && !reads.test(callee.property)) hand(callee.object);
    if (callee.kind !== 'name' || !asks.test(callee.name)) for (const { value } of given) hand(value);
  }
  for (const { object, value } of stores) {
    hand(object);
    hand(value);
  }
  const holders = new Map<Expression, string>();
  for (const { name, value } of scopes.flatMap(({ bindings }) => bindings)) {
    hand(value);
    // Both names of `a = b = {}` have one table.
    const other = value?.kind === 'record' ? holders.get(value) : undefined;
    if (value?.kind === 'record') holders.set(value, name);
    if (other !== undefined) names.add(name).add(other);
  }
  return names;
});

/** Adds the names that whoever has a value has by it. What is looked up in a table, or stands in it, is not the table. */
function addNames(value: Expression | undefined, names: Set<string>, depth: number): void {
  if (!value || depth > deepest) return;
  for (const part of value.kind === 'name' ? [] : partsOf(value)) addNames(part, names, depth + 1);
  if (value.kind === 'name') names.add(value.name);
}

function partsOf(value: Expression): readonly Expression[] {
  return value.kind === 'function' ? value.returns : partsOfValue(value);
}
