import type { Binding, ClassDefinition, Expression, SyntaxFacts } from '../model/syntax.ts';
import type { Module, Named } from './module.ts';
import { isSelf, lastName } from './names.ts';

/** The scope of the program that a scope belongs to: code in the commands of a file is a program of its own. */
export function programScope({ scopes }: SyntaxFacts, scope: number): number {
  let root = scope;
  for (let parent = scopes[root]?.parent; parent !== undefined; parent = scopes[root]?.parent) root = parent;
  return root;
}

/** A scope and those around it. */
export function scopesAround({ facts }: Module, inner: number): readonly number[] {
  const around: number[] = [];
  for (let scope: number | undefined = inner; scope !== undefined; scope = facts.scopes[scope]?.parent)
    around.push(scope);
  return around;
}

/** The parameter of a function that an argument with a name, or at a place among all parameters, meets. */
export function parameterMet(
  { facts }: Module,
  scope: number,
  index: number,
  name: string | undefined,
): Binding | undefined {
  return facts.scopes[scope]?.bindings.find(
    binding =>
      binding.kind === 'parameter' && (name === undefined ? binding.index === index : binding.name === name),
  );
}

/** The class that a function is a method of, where it is one. */
export function classOf({ facts, classes }: Module, scope: number): Named<ClassDefinition> | undefined {
  const parent = facts.scopes[scope]?.parent;
  return parent === undefined ? undefined : classes.get(parent);
}

/** The fields of a class whose constructor takes them in their order. */
export function fieldsOf(
  { facts }: Module,
  { decorators, bases, scope }: ClassDefinition,
): readonly string[] {
  const marks = decorators.map(mark => lastName(mark.kind === 'call' ? mark.callee : mark));
  const isOrdered = marks.includes('dataclass') || bases.some(base => lastName(base) === 'NamedTuple');
  const bindings = isOrdered ? (facts.scopes[scope]?.bindings ?? []) : [];
  return [
    ...new Set(
      bindings.filter(({ kind, isInner }) => kind === 'assignment' && !isInner).map(({ name }) => name),
    ),
  ];
}

/** Whether a name stands for the object whose class the code is in, and for no other parameter: `def add(self, cls)`. */
export function meansSelf(
  { bindings, facts }: Module,
  { name, scope }: Extract<Expression, { kind: 'name' }>,
): boolean {
  if (!isSelf(name)) return false;
  let current: number | undefined = scope;
  while (current !== undefined && !bindings[current]?.has(name)) current = facts.scopes[current]?.parent;
  const [first] = current === undefined ? [] : (bindings[current]?.get(name) ?? []);
  if (current === undefined || first?.kind !== 'parameter') return true;
  const parent = facts.scopes[current]?.parent;
  return first.index === 0 && parent !== undefined && facts.scopes[parent]?.kind === 'class';
}

/** The class `self`, `cls` or `this` stands for. */
export function enclosingClass({ facts }: Module, scope: number): number | undefined {
  let current: number | undefined = scope;
  while (current !== undefined && facts.scopes[current]?.kind !== 'class')
    current = facts.scopes[current]?.parent;
  return current;
}
