import { classMember, valueOfProperty } from './class-parts.ts';
import type { Evaluator } from './evaluator.ts';
import { type Place, placeOf } from './place.ts';
import type { ClassSite } from './program.ts';

/** Classes one base is looked at for. A base of more is a framework's own. */
const maxSubclasses = 150;

/** What the classes that extend a class put in a member's place: `self` may be an object of any of them. */
export function inSubclasses(evaluator: Evaluator, owner: Place, property: string): readonly Place[] {
  const isLacking = classMember(evaluator, owner, property) === undefined;
  return subclassesOf(evaluator, owner, new Set()).flatMap(({ definition, module }) => {
    const there: Place = { ...owner, expression: definition, module, frame: undefined };
    const bindings = module.bindings[definition.scope]?.get(property);
    // What a mixin asks for stands in the class beside it, of which only the subclass knows.
    const members = bindings
      ? evaluator.followBindings(there, bindings, definition.scope)
      : isLacking
        ? (classMember(evaluator, there, property) ?? [])
        : [];
    return members.flatMap(value => valueOfProperty(evaluator, value));
  });
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
