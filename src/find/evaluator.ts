import type { SourceRange } from '../model/source.ts';
import type { Binding, Call, Expression } from '../model/syntax.ts';
import { isReadable, unwrapPartial } from './applied-calls.ts';
import { type Bound, bindingsOf } from './bindings.ts';
import { branching } from './choices.ts';
import { isOpen } from './class-parts.ts';
import { configuredValues } from './configurators.ts';
import { withoutContradictions } from './contradictions.ts';
import { basesAround, madeBy } from './definition-calls.ts';
import { environmentValues, isEnvironment } from './environment.ts';
import { grown, grownInside } from './growth.ts';
import { guarded } from './guards.ts';
import { handedBack, withAllSet } from './handed-back.ts';
import { isMade } from './held-calls.ts';
import { followImport } from './imported-values.ts';
import { interpolated } from './interpolations.ts';
import { followKnownCall } from './known-calls.ts';
import { meantResults } from './meant-results.ts';
import { Memory, type Question } from './memory.ts';
import { isMocked } from './mocks.ts';
import type { Module } from './module.ts';
import { isOutputName } from './names.ts';
import { withTranslatedNames } from './nicknames.ts';
import { ofType, parameterValues } from './parameters.ts';
import { elementsOf, followIndex, partOf } from './parts.ts';
import {
  at,
  frameOf,
  hasPassed,
  hasPassedSince,
  insideCalled,
  type Place,
  passing,
  placeOf,
  rangeIn,
  unknown,
} from './place.ts';
import type { CallSite, Program } from './program.ts';
import { remoteCall } from './remote-calls.ts';
import { enclosingClass, meansSelf } from './scopes.ts';
import { maxValues, questionBudget, Steps } from './steps.ts';
import { storedValues } from './stored-values.ts';
import { withSubclasses } from './subclasses.ts';
import { distinct, type Evaluation, textsOf } from './texts.ts';

export interface Constant {
  readonly value: string | number | boolean | null;
  readonly range: SourceRange;
}

/** Steps to what is called: a function or a class that comes from further away is seldom a library's. */
const glanceBudget = 500;
const maxTrail = 24;
/** Steps inside each other: what leads back to itself without passing a name ends here, before the stack does. */
const deepest = 300;

/** Follows names to their values through the files of a program. It answers several values, or none; it never guesses. */
export class Evaluator {
  readonly program: Program;
  readonly #memory: Memory;
  readonly steps = new Steps();
  #depth = 0;
  #loading: CallSite | undefined;

  constructor(program: Program) {
    this.program = program;
    this.#memory = new Memory(program);
  }

  /** Another file is asked about: it has a budget of its own. */
  startFile(): void {
    this.steps.startFile();
    this.#memory.startFile();
    this.#depth = 0;
  }

  /** Whether a budget ran out since: some answers for the file are not whole. */
  get isCut(): boolean {
    return this.steps.isCut;
  }

  /** The first of many, as far as anybody looks. */
  first<T>(all: readonly T[], count = maxValues): readonly T[] {
    if (all.length <= count) return all;
    this.steps.isCut = true;
    return all.slice(0, count);
  }

  /** The texts an expression can have. `loading`: the call that loads them, of which tests may say that it is not what it seems. */
  text(place: Place, loading?: CallSite): Evaluation {
    this.steps.startQuestion();
    this.#loading = loading;
    try {
      return this.texts(place);
    } finally {
      this.#loading = undefined;
    }
  }

  /** As `text`, inside a question that is already being answered. */
  texts(place: Place): Evaluation {
    const loading = this.#loading;
    const all = withoutContradictions(this, place, this.follow(place));
    const ends = loading ? all.filter(end => !isMocked(end, loading)) : all;
    const results = ends.map(end => textsOf(this, end));
    return {
      values: this.first(distinct(results.flatMap(result => result.values))),
      // Where every way is mocked, nothing is loaded.
      isComplete: all.length > 0 && results.every(result => result.isComplete),
    };
  }

  /** The one constant an expression surely has. */
  constant(place: Place): Constant | undefined {
    const [first, ...rest] = this.follow(place);
    if (!first || rest.length > 0 || first.isByName) return undefined;
    const { expression, module } = first;
    return expression.kind === 'string' || expression.kind === 'literal'
      ? { value: expression.value, range: rangeIn(module, expression.span) }
      : undefined;
  }

  /** What an expression stands for once its names are followed: literals, structures, calls; `opaque` where unknown. */
  follow(place: Place): readonly Place[] {
    // What stands there as it is costs nothing, and is found even where the budget has run out.
    if (isEnd(place.expression)) return [place];
    const isSpent = !this.steps.take();
    if (isSpent || this.#depth >= deepest || (place.trail?.length ?? 0) > maxTrail) return [unknown(place)];
    this.#depth += 1;
    const ends = this.#step(place);
    this.#depth -= 1;
    return ends;
  }

  #step(place: Place): readonly Place[] {
    const { expression } = place;
    switch (expression.kind) {
      case 'name':
        return guarded(this, place, this.#followName(place, expression));
      case 'member':
        return guarded(this, place, this.member(place, expression.object, expression.property));
      case 'index':
        return followIndex(this, place, expression);
      case 'choice':
        return this.#followOptions(place, expression);
      case 'element':
        return this.elements(at(place, expression.of), expression.span);
      case 'call':
        return this.#followCall(place, expression);
      case 'import':
        return followImport(this, place, expression);
      case 'string':
        return interpolated(this, place, expression);
      case 'concat':
        return this.#followJoined(place, expression);
      default:
        return [place];
    }
  }

  /** `f"{name}"` is what the name stands for, where that is written. */
  #followJoined(place: Place, { parts }: Extract<Expression, { kind: 'concat' }>): readonly Place[] {
    const [only, ...others] = parts;
    return only && others.length === 0 ? this.follow(at(place, only)) : [place];
  }

  followBindings(place: Place, bindings: readonly Binding[], scope: number): readonly Place[] {
    if (bindings.length === 0) return [unknown(place)];
    return bindings.flatMap(binding => {
      // `path = path or default` leads back to itself and adds nothing new.
      if (hasPassedSince(place, binding.span, scope)) return [];
      const next = passing(place, binding.span);
      if (binding.kind === 'parameter') return this.#parameter(next, binding, scope);
      return binding.value
        ? grown(this, this.follow(at(next, binding.value)), next, binding, scope)
        : [unknown(next)];
    });
  }

  /** What a function is given. What one that is being read does to an object it is handed, whoever called it gets back. */
  #parameter(place: Place, binding: Binding, scope: number): readonly Place[] {
    const given = parameterValues(this, place, binding, scope);
    const values = grownInside(this, given, place, binding, scope);
    if (!frameOf(place, scope)) return values;
    return values.flatMap(end =>
      end.expression.kind === 'call' ? grown(this, [end], place, binding, scope) : end,
    );
  }

  /** The part of something that has a name: a key, a field, what a module offers. */
  member(place: Place, object: Expression, property: string): readonly Place[] {
    if (isOutputName(property)) return [unknown(place)];
    const isAnybodys = !place.trail && !place.frame && !place.isByName && !place.choices;
    const owner = isAnybodys ? selfOf(place.module, object) : undefined;
    if (!owner) return this.#memberOf(place, object, property);
    // A class asks for one field of its own in many places.
    const subject = this.#memory.fieldKey(owner, property);
    return this.remembered('fields', subject, () => this.#memberOf(place, object, property));
  }

  #memberOf(place: Place, object: Expression, property: string): readonly Place[] {
    const stored = [
      ...storedValues(this, place, object, property),
      ...(isEnvironment(object) ? environmentValues(this, place, property) : []),
    ];
    const owners = this.follow(at(place, object));
    const isOwn = object.kind === 'name' && meansSelf(place.module, object);
    const isTraced = owners.some(({ expression }) => expression.kind !== 'opaque');
    const all = owners.flatMap(owner => {
      // Where it is known what is given, no other object has the field only because its name is the same.
      if (isTraced && owner.outside) return [owner];
      const own = this.partOf(owner, property, place);
      return isOwn ? withSubclasses(this, owner, property, own) : own;
    });
    const parts = owners.length > 1 ? withFewUnknown(all) : all;
    if (stored.length === 0) return parts;
    const known = parts.filter(part => part.expression.kind !== 'opaque');
    return [...stored, ...known];
  }

  /** The same of what an expression stands for. */
  partOf(owner: Place, property: string, from: Place): readonly Place[] {
    return partOf(this, owner, property, from);
  }

  /** Items of a list, keys of a record, members of an enum. */
  elements(place: Place, loop?: object): readonly Place[] {
    return this.first(this.follow(place).flatMap(owner => elementsOf(this, owner, loop)));
  }

  /** What an expression stands for wherever it is asked for. Remembered. */
  standsFor(expression: Expression, module: Module): readonly Place[] {
    return this.remembered('values', expression, () => this.#ends(expression, module));
  }

  /** As `standsFor`, as far as a few steps show. */
  glance(expression: Expression, module: Module): readonly Place[] {
    const { isCut } = this.steps;
    const ends = this.remembered('glance', expression, () => this.#ends(expression, module), glanceBudget);
    this.steps.isCut = isCut;
    return ends;
  }

  #ends(expression: Expression, module: Module): readonly Place[] {
    // However many ways lead there, what stands there is the same.
    const ends = new Map(this.follow(placeOf(expression, module)).map(end => [end.expression, end.module]));
    return [...ends].map(([end, there]) => placeOf(end, there));
  }

  /** What a call calls: functions and classes of the repository, imports of libraries. Remembered. */
  targets(call: Call, module: Module): readonly Place[] {
    if (!isMade(call, module, this)) return [];
    // A partial application makes a new call each time it is taken apart, of the same callee.
    return this.remembered('targets', call.callee, () =>
      this.follow(placeOf(call.callee, module)).flatMap(end => this.#partialTargets(end)),
    );
  }

  /** What `partial(f, x)` calls is `f`. */
  #partialTargets({ expression, module, choices }: Place): readonly Place[] {
    const inner = expression.kind === 'call' ? unwrapPartial(expression, expression) : undefined;
    return inner ? this.targets(inner, module) : [{ ...placeOf(expression, module), choices }];
  }

  /** Answers a question about a piece of syntax once, whoever asks first, and lets every asker stand on the same files. */
  remembered<T>(
    question: Question,
    subject: object,
    read: () => readonly T[],
    budget = questionBudget,
  ): readonly T[] {
    const readWhole = (): readonly T[] => this.steps.apart(budget, read);
    return this.#memory.remembered(
      question,
      subject,
      readWhole,
      () => this.steps.isFileOpen && !this.program.isCut,
    );
  }

  /** As `remembered`, of what something has under a name: of the program a file, whether or not its facts are here. */
  rememberedOf<T>(owner: object, name: string, question: Question, read: () => readonly T[]): readonly T[] {
    return this.remembered(question, this.#memory.fieldKey(owner, name), read);
  }

  /** As `remembered`, of several things together, in their order. */
  rememberedFor<T>(
    subjects: readonly [object, ...object[]],
    question: Question,
    read: () => readonly T[],
  ): readonly T[] {
    return this.remembered(question, this.#memory.keyOf(subjects), read);
  }

  /** What is known so far of an answer that is being read, for those who ask on the way. */
  soFar(question: Question, subject: object, answer: readonly unknown[]): void {
    this.#memory.soFar(question, subject, answer);
  }

  /** A decision is a place the value came through: whoever edits the value must see that it is one of several. */
  #followOptions(place: Place, choice: Extract<Expression, { kind: 'choice' }>): readonly Place[] {
    const next = passing(place, choice.span);
    const values = this.steps.inTurn(choice.options, option =>
      this.follow(branching(at(next, option), choice.span, option.span)),
    );
    return withTranslatedNames(this, place, choice.options, this.first(values));
  }

  #followName(place: Place, name: Extract<Expression, { kind: 'name' }>): readonly Place[] {
    if (name.name === 'super' && place.module.facts.language === 'ecmascript') {
      return basesAround(this, place, name.scope) ?? [unknown(place)];
    }
    if (meansSelf(place.module, name)) {
      const scope = enclosingClass(place.module, name.scope);
      const owner = scope === undefined ? undefined : place.module.classes.get(scope);
      if (owner) return [at(place, owner.definition)];
    }
    const bound = bindingsOf(this, name, place.module);
    if (!bound) return [unknown(place)];
    const { origins: found, links } = handedBack(this, bound);
    const [one, ...others] = found;
    const ends = this.steps.inTurn(nearFirst(found), ({ binding, scope, module }) => {
      // In another file it is used where that binds it.
      const used = module === place.module ? name : { ...name, span: binding.span };
      const there = { ...place, module, expression: used };
      const isOneOf = one !== undefined && others.length > 0;
      const chosen = isOneOf ? branching(there, one.binding.span, binding.span) : there;
      return this.followBindings(chosen, [binding], scope);
    });
    const values = [
      ...withAllSet(this, place, links, ends),
      ...configuredValues(this, place, name.name, found),
    ];
    const ways = [name, ...found.flatMap(({ binding }) => binding.value ?? [])];
    return withTranslatedNames(this, place, ways, this.first(values));
  }

  /** A helper of the repository stands for what it returns, a class for its instances; any other call for itself. */
  #followCall(place: Place, call: Call): readonly Place[] {
    const known = followKnownCall(this, place, call);
    if (known) return known;
    const remote = remoteCall(call);
    if (remote) return this.#followCall(place, remote);
    return this.called(place, call);
  }

  /** What a call gives by what the repository says of what it calls; itself where that says nothing. */
  called(place: Place, call: Call): readonly Place[] {
    const { callee } = call;
    if (!isReadable(callee)) return [place];
    const results = this.follow(at(place, callee)).flatMap(target => {
      const inner = target.module === place.module ? unwrapPartial(call, target.expression) : undefined;
      return inner && !hasPassed(place, target.expression.span)
        ? this.follow(at(passing(place, target.expression.span), inner))
        : this.#resultOf(place, call, target);
    });
    return results.length > 0 ? this.first(results) : [place];
  }

  #resultOf(place: Place, call: Call, target: Place): readonly Place[] {
    const { expression, module } = target;
    if (expression.kind === 'class') return madeBy(this, place, call, target);
    // Only a class that was made of a record is called.
    if (expression.kind === 'record') return [{ ...target, trail: place.trail }];
    if (expression.kind !== 'function' || expression.returns.length === 0) return [place];
    // What the function was chosen by goes for what it is given.
    const { choices } = target;
    const inside = insideCalled({ ...place, choices }, call, expression.scope, module);
    if (!inside) return [unknown(place)];
    const isOneOf = expression.returns.length > 1;
    const results = meantResults(this, inside, expression).flatMap(value => {
      const chosen = isOneOf ? branching(inside, expression.span, value.span) : inside;
      return this.follow(at(chosen, value));
    });
    // What only a library or the run knows is at least what the annotation says.
    const isUntold = expression.type && results.every(end => isOpen(end) || end.expression.kind === 'call');
    return isUntold ? [...results, ...ofType(this, inside, expression)] : results;
  }
}

/** What stands there before what callers give: they may be many, and a budget may end with them. */
function nearFirst(found: readonly Bound[]): readonly Bound[] {
  const given = found.filter(({ binding }) => binding.kind === 'parameter');
  return given.length === 0
    ? found
    : [...found.filter(({ binding }) => binding.kind !== 'parameter'), ...given];
}

/** Of many owners most may lack a part: what nobody knows of one says as much as of the next. */
function withFewUnknown(parts: readonly Place[]): readonly Place[] {
  const seen = new Set<object | undefined>();
  return parts.filter(({ expression, outside }) => {
    if (expression.kind !== 'opaque') return true;
    const isFirst = !seen.has(outside);
    seen.add(outside);
    return isFirst;
  });
}

/** The class whose `self` an expression is. */
function selfOf(module: Module, object: Expression): object | undefined {
  if (object.kind !== 'name' || !meansSelf(module, object)) return undefined;
  const scope = enclosingClass(module, object.scope);
  return scope === undefined ? undefined : module.classes.get(scope);
}

/** What stands for itself: a value, a structure, a definition, what nobody can read. */
function isEnd(expression: Expression): boolean {
  switch (expression.kind) {
    case 'literal':
    case 'list':
    case 'each':
    case 'record':
    case 'class':
    case 'function':
    case 'opaque':
      return true;
    case 'string':
      return !expression.value.includes('${');
    default:
      return false;
  }
}
