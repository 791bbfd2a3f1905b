import { choosing } from './choices.ts';
import { classMember, handedUp, valueOfProperty } from './class-parts.ts';
import type { Evaluator } from './evaluator.ts';
import { type Place, placeOf } from './place.ts';
import type { ClassSite } from './program.ts';

/** Classes one base is looked at for. A base of more is a framework's own. */
const maxSubclasses = 150;

/** A class's own member, and what the classes that extend it put in its place: `self` may be an object of any of them. */
export function withSubclasses(
  evaluator: Evaluator,
  owner: Place,
  property: string,
  own: readonly Place[],
): readonly Place[] {
  const below = subclassesOf(evaluator, owner, new Set());
  if (below.length === 0) return own;
  const isLacking = classMember(evaluator, owner, property) === undefined;
  const heirs = below.filter(({ definition, module }) => !module.bindings[definition.scope]?.has(property));
  const ofOwn = [owner.expression, ...heirs.map(({ definition }) => definition)];
  const ofOthers = below.flatMap(({ definition, module }) => {
    const there: Place = { ...owner, expression: definition, module, frame: undefined };
    const bindings = module.bindings[definition.scope]?.get(property);
    // What a mixin asks for stands in the class beside it, of which only the subclass knows.
    const members = bindings
      ? evaluator.followBindings(there, bindings, definition.scope)
      : isLacking
        ? (classMember(evaluator, there, property) ?? [])
        : [];
    return [...members, ...handedUp(evaluator, there, property)]
      .flatMap(value => valueOfProperty(evaluator, value))
      .map(value => choosing(value, owner.expression, definition));
  });
  return [...own.map(value => choosing(value, owner.expression, ...ofOwn)), ...ofOthers];
}

/** Every class below a class, however far. */
function subclassesOf(evaluator: Evaluator, owner: Place, seen: Set<object>): readonly ClassSite[] {
  const { expression, module } = owner;
  if (expression.kind !== 'class' || seen.has(expression) || seen.size > maxSubclasses) return [];
  seen.add(expression);
  const name = module.classes.get(expression.scope)?.name;
  if (name === undefined) return [];
  const direct = evaluator.remembered('subclasses', expression, () =>
    directSubclasses(evaluator, owner, name),
  );
  return direct.flatMap(site => [
    site,
    ...subclassesOf(evaluator, placeOf(site.definition, site.module), seen),
  ]);
}

function directSubclasses(
  evaluator: Evaluator,
  { expression, module }: Place,
  name: string,
): readonly ClassSite[] {
  const sites = evaluator.program.subclasses({ name, file: module.file });
  if (sites.length > maxSubclasses) return [];
  return sites.filter(site =>
    site.definition.bases.some(base =>
      evaluator.standsFor(base, site.module).some(end => end.expression === expression),
    ),
  );
}
