import { isInside } from '../model/source.ts';
import type { Guard } from '../model/syntax.ts';
import { choosing, choosingAny, takenOf } from './choices.ts';
import { hasMember, lineOf } from './class-bases.ts';
import { classMember, handedUp, isOpen, mayHandUp, valueOfProperty } from './class-parts.ts';
import type { Evaluator } from './evaluator.ts';
import { dottedName, isSettingsName, lastName } from './names.ts';
import { casesOfClass, hasCases } from './parameterized.ts';
import { type Place, placeOf } from './place.ts';
import type { ClassSite } from './program.ts';

/** Classes one base is looked at for. A base of more is a framework's own. */
const maxSubclasses = 150;

/** The classes below one, by who says what a member is. */
interface Heirs {
  /** Those that have it from the class, and the class itself. */
  readonly own: ReadonlySet<object>;
  /** Those that may say something themselves. */
  readonly others: readonly ClassSite[];
  /** Whether the class has none. */
  readonly isLacking: boolean;
  /** How many classes are below it. */
  readonly below: number;
}

/** A class's own member, and what the classes that extend it put in its place: `self` may be an object of any of them. */
export function withSubclasses(
  evaluator: Evaluator,
  owner: Place,
  property: string,
  own: readonly Place[],
): readonly Place[] {
  const below = subclassesOf(evaluator, owner, new Set());
  const kept = withoutSiblings(evaluator, owner, below, own);
  if (below.length === 0) return kept;
  const read = (): Heirs => heirsOf(evaluator, owner, below, property);
  const [known] = evaluator.rememberedOf(owner.expression, property, 'heirs', () => [read()]);
  // Whoever asked while it was still being found out which classes are below knew fewer of them.
  const heirs = known?.below === below.length ? known : read();
  const ofOthers = heirs.others.flatMap(({ definition, module }) => {
    const there: Place = { ...owner, expression: definition, module, frame: undefined };
    const bindings = module.bindings[definition.scope]?.get(property);
    // What a mixin asks for stands in the class beside it, of which only the subclass knows.
    const members = bindings
      ? evaluator.followBindings(there, bindings, definition.scope)
      : heirs.isLacking
        ? (classMember(evaluator, there, property) ?? [])
        : [];
    return [...members, ...casesOfClass(evaluator, there, property), ...handedUp(evaluator, there, property)]
      .flatMap(value => valueOfProperty(evaluator, value))
      .map(value => choosing(value, owner.expression, definition));
  });
  return [...kept.map(value => choosingAny(value, owner.expression, heirs.own)), ...ofOthers];
}

function heirsOf(evaluator: Evaluator, owner: Place, below: readonly ClassSite[], property: string): Heirs {
  const isLacking = !hasMember(evaluator, owner, property);
  const hasOwn = ({ definition, module }: ClassSite): boolean =>
    module.bindings[definition.scope]?.has(property) === true;
  const mayTell = (site: ClassSite): boolean =>
    isLacking ||
    hasOwn(site) ||
    hasCases(site.definition) ||
    mayHandUp(evaluator, placeOf(site.definition, site.module), property);
  const heirs = below.filter(site => !hasOwn(site)).map(({ definition }) => definition);
  return {
    own: new Set([owner.expression, ...heirs]),
    others: below.filter(mayTell),
    isLacking,
    below: below.length,
  };
}

/** What a class has from one above it without what that has for other classes below it alone: `self.Config` of a sibling. */
function withoutSiblings(
  evaluator: Evaluator,
  owner: Place,
  below: readonly ClassSite[],
  own: readonly Place[],
): readonly Place[] {
  const chosen = own.map(({ choices }) => takenOf(choices, owner.choices));
  if (chosen.every(taken => taken.size === 0)) return own;
  const above = new Set<object>(lineOf(evaluator, owner).map(({ expression }) => expression));
  above.delete(owner.expression);
  const kin = [owner.expression, ...below.map(({ definition }) => definition)];
  return own.filter((_, index) =>
    [...(chosen[index] ?? [])].every(([of, taken]) => !above.has(of) || kin.some(one => taken.has(one))),
  );
}

/**
 * A field that a class of settings leaves open, as the classes below it fill it: whoever reads it has an object of one of
 * those. `from`: where it is read, maybe in a block for some of them alone: `if config.kind == "net":`.
 */
export function filledBelow(
  evaluator: Evaluator,
  owner: Place,
  property: string,
  own: readonly Place[],
  from: Place,
): readonly Place[] {
  if (!own.every(isOpen) || !holdsSettings(owner)) return own;
  const guards = guardsOnOwner(from);
  const filled = subclassesOf(evaluator, owner, new Set()).flatMap(({ definition, module }) => {
    const there: Place = { ...owner, expression: definition, module, frame: undefined };
    if (!module.bindings[definition.scope]?.has(property)) return [];
    const values = (classMember(evaluator, there, property) ?? []).filter(value => !isOpen(value));
    return values.length > 0 && guards.every(guard => isLetThrough(evaluator, there, guard)) ? values : [];
  });
  return [...own, ...filled.map(value => ({ ...value, isByName: true }))];
}

/** The conditions on other fields of the same object around the place where a field of it is read. */
function guardsOnOwner({ expression, module }: Place): readonly Guard[] {
  const object = expression.kind === 'member' ? dottedName(expression.object) : undefined;
  if (object === undefined) return [];
  return module.facts.guards.filter(
    ({ subject, test, within }) =>
      test === undefined &&
      subject.kind === 'member' &&
      dottedName(subject.object) === object &&
      isInside(expression.span, within),
  );
}

/** Whether an object of a class can come into a block; where nobody can tell, it can. */
function isLetThrough(evaluator: Evaluator, owner: Place, { subject, values }: Guard): boolean {
  const own = subject.kind === 'member' ? (classMember(evaluator, owner, subject.property) ?? []) : [];
  const constants = own.map(({ expression }) =>
    expression.kind === 'string' ? expression.value : undefined,
  );
  if (constants.length === 0 || constants.includes(undefined)) return true;
  return values.some(value => value.kind !== 'string' || constants.includes(value.value));
}

function holdsSettings({ expression, module }: Place): boolean {
  if (expression.kind !== 'class') return false;
  const marks = expression.decorators.map(mark => lastName(mark.kind === 'call' ? mark.callee : mark) ?? '');
  const name = module.classes.get(expression.scope)?.name ?? '';
  return marks.some(mark => /^(dataclass|define|attrs)$/.test(mark)) || isSettingsName(name);
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
  return direct.flatMap(site =>
    seen.has(site.definition)
      ? []
      : [site, ...subclassesOf(evaluator, placeOf(site.definition, site.module), seen)],
  );
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
