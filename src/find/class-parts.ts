import type {
  Argument,
  Binding,
  Call,
  Expression,
  FunctionDefinition,
  SyntaxFacts,
} from '../model/syntax.ts';
import { basesOf, hasMember, inLine, isClass, lineOf, type OneClass, ownBindings } from './class-bases.ts';
import { entryUnder } from './entries.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';
import { outsideObject, sitesOfObject } from './object-sites.ts';
import { oncePer } from './once-per.ts';
import { casesOfClass } from './parameterized.ts';
import { at, hasPassed, type Place, passing, unknown } from './place.ts';
import type { CallSite } from './program.ts';
import { enclosingClass, fieldsOf } from './scopes.ts';
import { spreadOwnFields } from './spread-fields.ts';

/** A member of a class and of its instances: what the class says, and what its constructor is given for a field. */
export function classPart(evaluator: Evaluator, owner: Place, property: string): readonly Place[] {
  const cases = casesOfClass(evaluator, owner, property);
  const areCasesAll = cases.length > 0 && cases.every(one => !isOpen(one));
  const own = areCasesAll ? [] : classMember(evaluator, owner, property);
  const written = own && [...cases, ...own.flatMap(member => valueOfProperty(evaluator, member))];
  // What is set on an object under names that nobody wrote out is its fields, not its methods.
  const isMethod = written?.some(({ expression }) => expression.kind === 'function') === true;
  const members = written?.every(isOpen) ? [...written, ...typedMember(evaluator, owner, property)] : written;
  const given = [
    ...constructed(evaluator, owner, property),
    ...handedUp(evaluator, owner, property),
    ...(isMethod ? [] : spreadOwnFields(evaluator, owner, property)),
    ...(property === 'hparams' ? hyperparameters(evaluator, owner) : []),
  ];
  return members || given.length > 0 ? [...(members ?? []), ...given] : [unknown(owner)];
}

/** A class's member, its own or inherited; undefined when neither has it. */
export function classMember(
  evaluator: Evaluator,
  owner: Place,
  property: string,
): readonly Place[] | undefined {
  let found: readonly Place[] | undefined;
  for (const one of lineOf(evaluator, owner)) {
    const own = ownBindings(one, property);
    if (!own) continue;
    const values = evaluator.followBindings(inLine(owner, one), own, one.expression.scope);
    found = found ? [...found, ...values] : values;
    // What a class with a constructor only declares is set in that, often in the class above.
    if (!isOnlyDeclared(own) || !hasMember(evaluator, one, '__init__')) break;
  }
  return found;
}

/** `config: Config` without a value. */
function isOnlyDeclared(bindings: readonly Binding[]): boolean {
  return bindings.every(({ kind, value }) => kind === 'assignment' && value === undefined);
}

/** What nobody can tell, or a value that stands for none: `None`, `MISSING`. */
export function isOpen({ expression }: Place): boolean {
  if (expression.kind === 'import') return expression.name === 'MISSING';
  return expression.kind === 'opaque' || (expression.kind === 'literal' && expression.value === null);
}

/** Of a field without a value, an object of the class that its annotation names. */
function typedMember(evaluator: Evaluator, owner: Place, property: string): readonly Place[] {
  for (const one of lineOf(evaluator, owner)) {
    const own = ownBindings(one, property);
    if (!own) continue;
    const there = inLine(owner, one);
    return own.flatMap(({ type }) => (type ? evaluator.follow(at(there, type)) : [])).filter(isClass);
  }
  return [];
}

/** Reading a property gives what its function returns. */
export function valueOfProperty(evaluator: Evaluator, member: Place): readonly Place[] {
  const { expression } = member;
  return isProperty(expression)
    ? expression.returns.flatMap(value => evaluator.follow(at(member, value)))
    : [member];
}

export function isProperty(member: Expression | undefined): member is FunctionDefinition {
  return (
    member?.kind === 'function' &&
    member.decorators.some(mark => /^(cached_)?property$/.test(lastName(mark) ?? ''))
  );
}

/**
 * PyTorch Lightning's `self.save_hyperparameters(args)` sets `self.hparams` to what it is given, and without arguments to
 * what the constructor was given.
 */
function hyperparameters(evaluator: Evaluator, owner: Place): readonly Place[] {
  return lineOf(evaluator, owner).flatMap(one => {
    const { expression, module } = one;
    const there = inLine(owner, one);
    const calls = (module.calls.get('save_hyperparameters') ?? []).filter(
      call => enclosingClass(module, call.scope) === expression.scope,
    );
    return calls.flatMap(call => {
      const given = call.arguments.find(({ value }) => value.kind === 'name')?.value;
      const saved = given ?? parametersOf(module.facts, call);
      return hasPassed(there, call.span) ? [] : evaluator.follow(at(passing(there, call.span), saved));
    });
  });
}

/** The parameters of the function a call stands in, as a record. */
function parametersOf({ scopes }: SyntaxFacts, { scope, span }: Call): Expression {
  const names = (scopes[scope]?.bindings ?? []).filter(
    ({ kind, index }) => kind === 'parameter' && index !== 0,
  );
  const entries = names.map(({ name }) => ({
    key: { kind: 'string', value: name, span } as const,
    value: { kind: 'name', name, scope, span } as const,
  }));
  return { kind: 'record', entries, span };
}

/** A field that the constructor's arguments fill: what data classes and models of data do. */
function constructed(evaluator: Evaluator, owner: Place, property: string): readonly Place[] {
  const { expression, module } = owner;
  if (expression.kind !== 'class' || !isFilledByName(evaluator, owner, property)) return [];
  const named = module.classes.get(expression.scope);
  const name = named?.name;
  if (name === undefined) return [];
  const position = orderedFields(evaluator, owner).indexOf(property);
  const inside = (module.calls.get('cls') ?? []).map(call => ({ call, module }));
  const all = [...evaluator.program.callSites({ name, file: module.file }), ...inside];
  const outside = outsideObject(owner, named);
  const givenBy = ({ call, module: caller }: CallSite): readonly Place[] => {
    const value = givenFor(call, property, position);
    if (!value || hasPassed(owner, value.span)) return [];
    if (!evaluator.targets(call, caller).some(target => target.expression === expression)) return [];
    const there: Place = { ...outside, module: caller, frame: undefined, expression: value };
    return evaluator.follow(passing(there, value.span));
  };
  const own = sitesOfObject(owner, named, all);
  const ofObject = own.flatMap(givenBy);
  const isTold = own.length > 0 && !ofObject.some(isOpen);
  return isTold ? ofObject : all.flatMap(givenBy);
}

/** The fields of a class whose constructor takes them in their order, those of the classes above first. */
export function orderedFields(evaluator: Evaluator, owner: Place): readonly string[] {
  const fields = lineOf(evaluator, owner)
    .toReversed()
    .flatMap(({ expression, module }) => fieldsOf(module, expression));
  return [...new Set(fields)];
}

/** What a constructor is given for a field: by its name, at its place, or as an entry of `**record`. */
function givenFor({ arguments: given }: Call, property: string, position: number): Expression | undefined {
  const named = given.find(({ name }) => name === property);
  if (named) return named.value;
  const positional = position < 0 ? undefined : given[position];
  if (positional && positional.name === undefined && !positional.isSpread) return positional.value;
  const spread = given.find(({ name }) => name === '**')?.value;
  return spread && entryUnder(spread, property, spread.span);
}

/**
 * `super().__init__(model=name)`: a field of the class above, where that fills its fields by their names. Classes above
 * that have a constructor of their own say themselves what they do with it.
 */
export function handedUp(evaluator: Evaluator, owner: Place, property: string): readonly Place[] {
  return lineOf(evaluator, owner).flatMap(one =>
    givenAbove(evaluator, one, property).flatMap(value =>
      hasPassed(owner, value.span)
        ? []
        : evaluator.follow(at(passing(inLine(owner, one), value.span), value)),
    ),
  );
}

/** Whether `handedUp` may say something of a class. */
export function mayHandUp(evaluator: Evaluator, owner: Place, property: string): boolean {
  return lineOf(evaluator, owner).some(one => givenAbove(evaluator, one, property).length > 0);
}

/** What a class gives the constructor above it by a name, where no class of the program has that. */
function givenAbove(evaluator: Evaluator, one: OneClass, property: string): readonly Expression[] {
  const ofClass = givenUp(one.module).get(one.expression.scope);
  const given = ofClass?.filter(({ name }) => name === property) ?? [];
  if (given.length === 0 || basesOf(evaluator, one).some(base => hasMember(evaluator, base, '__init__')))
    return [];
  return given.map(({ value }) => value);
}

/** What the classes of a file, by their scopes, give the constructors above them. */
const givenUp = oncePer((module: Module) => {
  const given = new Map<number | undefined, readonly Argument[]>();
  for (const call of module.calls.get('__init__') ?? []) {
    if (!isOfSuper(call)) continue;
    const owner = enclosingClass(module, call.scope);
    given.set(owner, [...(given.get(owner) ?? []), ...call.arguments]);
  }
  return given;
});

function isOfSuper({ callee }: Call): boolean {
  return (
    callee.kind === 'member' && callee.object.kind === 'call' && lastName(callee.object.callee) === 'super'
  );
}

/** Whether nothing but the arguments' names says what a constructor does with them. */
function isFilledByName(evaluator: Evaluator, owner: Place, property: string): boolean {
  // A class of Python may have a field of that name.
  const isMade = ['__init__', ...(owner.module.facts.language === 'python' ? [] : ['constructor'])].some(
    name => hasMember(evaluator, owner, name),
  );
  if (isMade) return false;
  const members = classMember(evaluator, owner, property) ?? [];
  return members.every(({ expression }) => expression.kind !== 'function');
}
