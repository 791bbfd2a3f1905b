import type { Binding, ClassDefinition } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import type { Place } from './place.ts';

/** Classes above one that are looked at. */
const maxClasses = 50;

/** A class, wherever it is come to from. */
export interface OneClass {
  readonly expression: ClassDefinition;
  readonly module: Module;
}

/**
 * A class and those of the repository above it, each once and before those above itself, in the order in which Python looks
 * for members. They are asked for with each field of the class, so they are remembered.
 */
export function lineOf(
  evaluator: Evaluator,
  { expression, module }: Pick<Place, 'expression' | 'module'>,
): readonly OneClass[] {
  if (expression.kind !== 'class') return [];
  const own = { expression, module };
  if (expression.bases.length === 0) return [own];
  const line = evaluator.remembered('line', expression, () => {
    const above: OneClass[] = [];
    addAbove(evaluator, own, above, new Set());
    return above.toReversed();
  });
  // Whoever asks on the way, to tell what the bases are, finds no more than the class.
  return line.length > 0 ? line : [own];
}

/** Adds those above a class before it, those of its last base first: what two bases share comes behind both. */
function addAbove(evaluator: Evaluator, one: OneClass, above: OneClass[], seen: Set<object>): void {
  if (seen.has(one.expression) || seen.size >= maxClasses) return;
  seen.add(one.expression);
  for (const base of basesOf(evaluator, one).toReversed()) addAbove(evaluator, base, above, seen);
  above.push(one);
}

/** The classes of the repository that a class extends. */
export function basesOf(
  evaluator: Evaluator,
  { expression: { bases }, module }: OneClass,
): readonly OneClass[] {
  return bases.flatMap(base =>
    evaluator
      .standsFor(base, module)
      .flatMap(({ expression, module: there }) =>
        expression.kind === 'class' ? { expression, module: there } : [],
      ),
  );
}

/** Whether a class of the line of another has a member of its own by a name. */
export function hasMember(
  evaluator: Evaluator,
  owner: Pick<Place, 'expression' | 'module'>,
  name: string,
): boolean {
  return lineOf(evaluator, owner).some(one => ownBindings(one, name) !== undefined);
}

/** What a class itself says of a member. */
export function ownBindings({ expression, module }: OneClass, name: string): readonly Binding[] | undefined {
  return module.bindings[expression.scope]?.get(name);
}

/** A class of the line of the one that a place stands for, as it is come to from there. */
export function inLine(owner: Place, { expression, module }: OneClass): Place {
  return { ...owner, expression, module };
}

/** The classes of the repository that a class extends, as they are come to from there. */
export function classesAbove(evaluator: Evaluator, owner: Place): readonly Place[] {
  const { expression, module } = owner;
  if (expression.kind !== 'class') return [];
  return basesOf(evaluator, { expression, module }).map(one => inLine(owner, one));
}

export function isClass({ expression }: Place): boolean {
  return expression.kind === 'class';
}
