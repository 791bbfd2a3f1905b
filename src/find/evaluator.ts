import { comparePositions, compareSpans, isInside, type SourceRange, type Span } from '../model/source.ts';
import type { Binding, Call, Expression, RecordEntry, StringLiteral } from '../model/syntax.ts';
import { basesAround } from './definition-calls.ts';
import { entryOf } from './entries.ts';
import { environmentValues, isEnvironment } from './environment.ts';
import { fieldValues } from './fields.ts';
import { additions } from './growth.ts';
import { followKnownCall } from './known-calls.ts';
import { enclosingClass, fieldsOf, type Module } from './module.ts';
import { dottedName, isOutputName, isSelf, lastName } from './names.ts';
import { parameterValues } from './parameters.ts';
import { at, hasPassed, type Place, passing, placeOf, rangeIn, trailRanges, unknown } from './place.ts';
import { type Dependencies, noDependencies, type Program } from './program.ts';
import { inSubclasses } from './subclasses.ts';

/** A text an expression can have, where it is written, and the places it came through. */
export interface TextValue {
  readonly text: string;
  readonly range: SourceRange;
  readonly trail: readonly SourceRange[];
  /** Only the name of a field led here. */
  readonly isByName: boolean;
  /** It came through a parameter. */
  readonly isGiven: boolean;
}

/** `isComplete` is false when the expression may have values nobody can read from the source. */
export interface Evaluation {
  readonly values: readonly TextValue[];
  readonly isComplete: boolean;
}

export interface Constant {
  readonly value: string | number | boolean | null;
  readonly range: SourceRange;
}

/** What is asked about a piece of syntax more than once, and answered once. */
type Question = 'values' | 'glance' | 'targets' | 'sites' | 'subclasses';

interface Answer {
  readonly answer: readonly unknown[];
  readonly dependencies: Dependencies;
}

/** Steps one question may take, and all questions of one file. What needs more was not written to be read. */
const questionBudget = 5_000;
/** Steps to what is called: a function or a class that comes from further away is seldom a library's. */
const glanceBudget = 500;
const fileBudget = 60_000;
const maxValues = 400;
/** What is longer names no model. */
const longestText = 10_000;
const maxTrail = 24;
/** Steps inside each other: what leads back to itself without passing a name ends here, before the stack does. */
const deepest = 300;
const maxFrames = 12;
/** Modules one name is looked for in, where each passes on all of another's. */
const maxModules = 300;

/** Follows names to their values through the files of a program. It answers several values, or none; it never guesses. */
export class Evaluator {
  readonly program: Program;
  readonly #memory: Readonly<Record<Question, Map<object, Answer>>> = {
    values: new Map(),
    glance: new Map(),
    targets: new Map(),
    sites: new Map(),
    subclasses: new Map(),
  };
  #left = questionBudget;
  #leftInFile = fileBudget;
  #isCut = false;
  #depth = 0;

  constructor(program: Program) {
    this.program = program;
  }

  /** Another file is asked about: it has a budget of its own. */
  startFile(): void {
    this.#leftInFile = fileBudget;
    this.#isCut = false;
  }

  /** Whether a budget ran out since: some answers for the file are not whole. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** The first of many, as far as anybody looks. */
  first<T>(all: readonly T[], count: number): readonly T[] {
    if (all.length <= count) return all;
    this.#isCut = true;
    return all.slice(0, count);
  }

  /** The texts an expression can have. */
  text(place: Place): Evaluation {
    this.#left = questionBudget;
    return this.texts(place);
  }

  /** As `text`, inside a question that is already being answered. */
  texts(place: Place): Evaluation {
    const results = this.follow(place).map(end => this.#textOf(end));
    return {
      values: this.first(distinct(results.flatMap(result => result.values)), maxValues),
      isComplete: results.length > 0 && results.every(result => result.isComplete),
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
    this.#left -= 1;
    this.#leftInFile -= 1;
    const isSpent = this.#left < 0 || this.#leftInFile < 0;
    if (isSpent) this.#isCut = true;
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
        return this.#followName(place, expression);
      case 'member':
        return this.member(place, expression.object, expression.property);
      case 'index':
        return this.#followIndex(place, expression);
      case 'choice':
        return this.#followOptions(place, expression);
      case 'element':
        return this.elements(at(place, expression.of));
      case 'call':
        return this.#followCall(place, expression);
      case 'import':
        return this.#followImport(place, expression);
      case 'string':
        return this.#followInterpolation(place, expression);
      default:
        return [place];
    }
  }

  /** `${model.name}` in a file of settings: the value that the same file has there. */
  #followInterpolation(place: Place, { value, span }: StringLiteral): readonly Place[] {
    const [, path] = /^\$\{([\w.]+)\}$/.exec(value) ?? [];
    const root = path === undefined ? undefined : this.program.dataIn(place.module);
    if (path === undefined || !root || hasPassed(place, span)) return [place];
    return path
      .split('.')
      .reduce(
        (owners: readonly Place[], key) => owners.flatMap(owner => this.partOf(owner, key, owner)),
        [at(passing(place, span), root)],
      );
  }

  /** How a name gets its value where it is used, with the module scope's imports of everything; undefined when nothing binds it. */
  bindingsOf(
    name: Extract<Expression, { kind: 'name' }>,
    module: Module,
  ): readonly { readonly binding: Binding; readonly scope: number; readonly module: Module }[] | undefined {
    let scope: number | undefined = name.scope;
    while (scope !== undefined) {
      const found = module.bindings[scope]?.get(name.name);
      // A class's own names are not seen from inside its methods.
      const isVisible = scope === name.scope || module.facts.scopes[scope]?.kind !== 'class';
      if (found && isVisible) {
        const owner = scope;
        const seen = scope === name.scope ? reaching(found, name.span) : atTheEnd(found);
        return seen.map(binding => ({ binding, scope: owner, module }));
      }
      scope = module.facts.scopes[scope]?.parent;
    }
    return this.#starBinding(module, name.name, new Set());
  }

  /** What a module of the repository offers under a name. */
  exported(
    place: Place,
    module: Module,
    name: string,
    seen = new Set<Module>(),
  ): readonly Place[] | undefined {
    if (seen.has(module) || seen.size > maxModules) return undefined;
    seen.add(module);
    const here: Place = { ...place, module, frame: undefined };
    if (module.facts.language === 'ecmascript') return this.#scriptExport(here, name, seen);
    const own = module.bindings[0]?.get(name);
    if (own) return this.followBindings(here, atTheEnd(own), 0);
    const starred = this.#starBinding(module, name, new Set());
    return starred?.flatMap(found =>
      this.followBindings({ ...here, module: found.module }, [found.binding], found.scope),
    );
  }

  followBindings(place: Place, bindings: readonly Binding[], scope: number): readonly Place[] {
    if (bindings.length === 0) return [unknown(place)];
    return bindings.flatMap(binding => {
      // `path = path or default` leads back to itself and adds nothing new.
      if (hasPassed(place, binding.span)) return [];
      const next = passing(place, binding.span);
      if (binding.kind === 'parameter') return parameterValues(this, next, binding, scope);
      return binding.value
        ? this.follow(at(next, binding.value)).flatMap(end => this.#grown(end, place.module, binding, scope))
        : [unknown(next)];
    });
  }

  /** The part of something that has a name: a key, a field, what a module offers. */
  member(place: Place, object: Expression, property: string): readonly Place[] {
    if (isOutputName(property)) return [unknown(place)];
    const stored = [
      ...this.#stored(place, object, property),
      ...(isEnvironment(object) ? environmentValues(this, place, property) : []),
    ];
    const owners = this.follow(at(place, object));
    const own = owners.flatMap(owner => this.partOf(owner, property, place));
    const isOwn = object.kind === 'name' && isSelf(object.name);
    const parts = isOwn ? [...own, ...owners.flatMap(owner => inSubclasses(this, owner, property))] : own;
    if (stored.length === 0) return parts;
    const known = parts.filter(part => part.expression.kind !== 'opaque');
    return [...stored, ...known];
  }

  partOf(owner: Place, property: string, from: Place): readonly Place[] {
    const { expression } = owner;
    switch (expression.kind) {
      case 'record':
        return this.#entry(owner, expression.entries, property) ?? [unknown(owner)];
      case 'class':
        return this.#classPart(owner, property);
      case 'import':
        return this.#moduleMember(owner, expression, property, from);
      case 'string':
        // What `value` of an enum's member gives.
        return property === 'value' ? [owner] : [unknown(owner)];
      case 'each':
        return this.follow(at(owner, expression.item));
      case 'list':
        return /^\d+$/.test(property) ? this.#itemOf(owner, Number(property), [], false) : [unknown(owner)];
      case 'call':
      case 'opaque':
        return fieldValues(this, owner, property, from) ?? [unknown(owner)];
      default:
        return [unknown(owner)];
    }
  }

  /** A class's member, its own or inherited; undefined when neither has it. */
  classMember(owner: Place, property: string, hops = 0): readonly Place[] | undefined {
    const { expression, module } = owner;
    if (expression.kind !== 'class' || hops > 8) return undefined;
    const own = module.bindings[expression.scope]?.get(property);
    if (own) return this.followBindings(owner, own, expression.scope);
    for (const base of expression.bases) {
      for (const end of this.follow(at(owner, base))) {
        const inherited = this.classMember(end, property, hops + 1);
        if (inherited) return inherited;
      }
    }
    return undefined;
  }

  /** Items of a list, keys of a record, members of an enum. */
  elements(place: Place): readonly Place[] {
    return this.first(
      this.follow(place).flatMap(owner => this.#elementsOf(owner)),
      maxValues,
    );
  }

  /** What an expression stands for wherever it is asked for. Remembered. */
  standsFor(expression: Expression, module: Module): readonly Place[] {
    return this.remembered('values', expression, () => this.#ends(expression, module));
  }

  /** As `standsFor`, as far as a few steps show. */
  glance(expression: Expression, module: Module): readonly Place[] {
    const isCut = this.#isCut;
    const ends = this.remembered('glance', expression, () => this.#ends(expression, module), glanceBudget);
    this.#isCut = isCut;
    return ends;
  }

  #ends(expression: Expression, module: Module): readonly Place[] {
    return this.follow(placeOf(expression, module)).map(end => placeOf(end.expression, end.module));
  }

  /** What a call calls: functions and classes of the repository, imports of libraries. Remembered. */
  targets(call: Call, module: Module): readonly Place[] {
    return this.remembered('targets', call, () =>
      this.follow(placeOf(call.callee, module)).map(({ expression, module: owner }) =>
        placeOf(expression, owner),
      ),
    );
  }

  /** Answers a question about a piece of syntax once, whoever asks first, and lets every asker stand on the same files. */
  remembered<T>(
    question: Question,
    subject: object,
    read: () => readonly T[],
    budget = questionBudget,
  ): readonly T[] {
    const memory = this.#memory[question];
    const known = memory.get(subject);
    if (known) {
      this.program.note(known.dependencies);
      return known.answer as readonly T[];
    }
    const dependencies = noDependencies();
    // What asks for itself on the way finds nothing there.
    memory.set(subject, { answer: [], dependencies });
    // The budget of one question must not leave half an answer to the next.
    const left = this.#left;
    this.#left = budget;
    const answer = this.program.noting(dependencies, read);
    this.#left = left;
    memory.set(subject, { answer, dependencies });
    return answer;
  }

  #textOf(place: Place): Evaluation {
    const { expression, module, isByName, isGiven = false } = place;
    if (expression.kind === 'string') {
      const range = rangeIn(module, expression.span);
      return {
        values: [{ text: expression.value, range, trail: trailRanges(place.trail), isByName, isGiven }],
        isComplete: true,
      };
    }
    if (expression.kind !== 'concat') return { values: [], isComplete: false };
    return this.#joined(place, expression);
  }

  #joined(place: Place, { parts, span }: Extract<Expression, { kind: 'concat' }>): Evaluation {
    let texts: readonly string[] = [''];
    let isComplete = true;
    let isByName = place.isByName;
    for (const part of parts) {
      const piece = this.#pieceOf(at(place, part));
      isComplete &&= piece.isComplete;
      isByName ||= piece.isByName;
      const all = texts.flatMap(text => piece.texts.map(end => text + end));
      texts = this.first(all, maxValues).filter(text => text.length <= longestText);
      isComplete &&= texts.length > 0;
    }
    const range = rangeIn(place.module, span);
    const trail = trailRanges(place.trail);
    const { isGiven = false } = place;
    return { values: texts.map(text => ({ text, range, trail, isByName, isGiven })), isComplete };
  }

  #pieceOf(part: Place): { texts: readonly string[]; isComplete: boolean; isByName: boolean } {
    const results = this.follow(part).map(end => {
      const { expression } = end;
      if (expression.kind === 'literal' && typeof expression.value === 'number') {
        return { texts: [String(expression.value)], isComplete: true, isByName: end.isByName };
      }
      const { values, isComplete } = this.#textOf(end);
      return {
        texts: values.map(value => value.text),
        isComplete,
        isByName: values.some(value => value.isByName),
      };
    });
    return {
      texts: [...new Set(results.flatMap(result => result.texts))],
      isComplete: results.every(result => result.isComplete),
      isByName: results.some(result => result.isByName),
    };
  }

  /** A decision is a place the value came through: whoever edits the value must see that it is one of several. */
  #followOptions(place: Place, choice: Extract<Expression, { kind: 'choice' }>): readonly Place[] {
    const next = passing(place, choice.span);
    const values = choice.options.flatMap(option => this.follow(at(next, option)));
    return this.first(values, maxValues);
  }

  #followName(place: Place, name: Extract<Expression, { kind: 'name' }>): readonly Place[] {
    if (name.name === 'super' && place.module.facts.language === 'ecmascript') {
      return basesAround(this, place, name.scope) ?? [unknown(place)];
    }
    if (isSelf(name.name)) {
      const scope = enclosingClass(place.module, name.scope);
      const owner = scope === undefined ? undefined : place.module.classes.get(scope);
      if (owner) return [at(place, owner.definition)];
    }
    const found = this.bindingsOf(name, place.module);
    if (!found) return [unknown(place)];
    const values = found.flatMap(({ binding, scope, module }) =>
      this.followBindings({ ...place, module }, [binding], scope),
    );
    return this.first(values, maxValues);
  }

  #starBinding(
    module: Module,
    name: string,
    seen: Set<Module>,
  ): readonly { readonly binding: Binding; readonly scope: number; readonly module: Module }[] | undefined {
    seen.add(module);
    for (const starred of module.facts.scopes[0]?.starImports.toReversed() ?? []) {
      const source = this.program.imported(starred, module);
      if (!source || seen.has(source) || seen.size > maxModules) continue;
      const own = source.bindings[0]?.get(name);
      if (own) return atTheEnd(own).map(binding => ({ binding, scope: 0, module: source }));
      const further = this.#starBinding(source, name, seen);
      if (further) return further;
    }
    return undefined;
  }

  #scriptExport(here: Place, name: string, seen: Set<Module>): readonly Place[] | undefined {
    const { exports } = here.module.facts;
    const own = exports.filter(exported => exported.name === name);
    if (own.length > 0) return own.flatMap(({ value }) => this.follow(at(here, value)));
    for (const { name: kind, value } of exports) {
      if (kind !== '*' || value.kind !== 'import') continue;
      const source = this.program.imported(value.module, here.module);
      const found = source && this.exported(here, source, name, seen);
      if (found) return found;
    }
    return undefined;
  }

  /** An import of the repository's own stands for what the other file offers; a library's stands for itself. */
  #followImport(
    place: Place,
    { module: source, name }: Extract<Expression, { kind: 'import' }>,
  ): readonly Place[] {
    const data = this.program.importedData(source, place.module);
    if (data) {
      const whole: Place = { ...place, ...data, frame: undefined };
      return name === undefined || name === 'default' ? [whole] : this.partOf(whole, name, place);
    }
    const module = this.program.imported(source, place.module);
    if (name === undefined) return (module && this.#onlyValue(place, module)) ?? [place];
    const found = module && this.exported(place, module, name);
    return found ?? [this.#submodule(place, source, name)];
  }

  /** A module that is one text: `module.exports = "x"`. */
  #onlyValue(place: Place, module: Module): readonly Place[] | undefined {
    const [only, ...others] = module.facts.exports;
    if (only?.name !== 'default' || others.length > 0) return undefined;
    const ends = this.exported(place, module, 'default');
    return ends?.every(({ expression }) => expression.kind === 'string') ? ends : undefined;
  }

  #submodule(place: Place, source: string, name: string): Place {
    if (place.module.facts.language !== 'python') return place;
    const full = source.endsWith('.') ? source + name : `${source}.${name}`;
    const isModule = this.program.fileOf(full, place.module) !== undefined;
    if (!isModule) return place;
    this.program.imported(full, place.module);
    return at(place, { kind: 'import', module: full, name: undefined, span: place.expression.span });
  }

  #moduleMember(
    owner: Place,
    { module: source, name }: Extract<Expression, { kind: 'import' }>,
    property: string,
    from: Place,
  ): readonly Place[] {
    const { span } = owner.expression;
    if (name !== undefined) {
      const flags = lastPart(name) === 'FLAGS' ? fieldValues(this, owner, property, from) : undefined;
      return flags ?? [at(owner, { kind: 'import', module: source, name: `${name}.${property}`, span })];
    }
    const module = this.program.imported(source, owner.module);
    const found = module && this.exported(owner, module, property);
    if (found) return found;
    const submodule = this.#submodule(owner, source, property);
    if (submodule !== owner) return [submodule];
    // A library's own: its path is what the loaders know it by.
    return [at(owner, { kind: 'import', module: source, name: property, span: owner.expression.span })];
  }

  #followIndex(place: Place, { object, index }: Extract<Expression, { kind: 'index' }>): readonly Place[] {
    const keys = this.follow(at(place, index));
    const [only] = keys;
    const key = keys.length === 1 ? only?.expression : undefined;
    if (key?.kind === 'string') return this.member(place, object, key.value);
    const texts = keys.flatMap(end => (end.expression.kind === 'string' ? end.expression.value : []));
    const number = key?.kind === 'literal' && typeof key.value === 'number' ? key.value : undefined;
    // Whoever runs the program may give another key than those written.
    const isOpen = keys.some(end => end.expression.kind === 'opaque');
    return this.follow(at(place, object)).flatMap(owner => this.#itemOf(owner, number, texts, isOpen));
  }

  #itemOf(
    owner: Place,
    number: number | undefined,
    texts: readonly string[],
    isOpen: boolean,
  ): readonly Place[] {
    const { expression } = owner;
    if (expression.kind === 'each') return this.follow(at(owner, expression.item));
    if (expression.kind === 'list') {
      const item = number === undefined ? undefined : expression.items.at(number);
      if (item) return this.follow(at(owner, item));
      return number === undefined ? this.#elementsOf(owner) : [unknown(owner)];
    }
    if (expression.kind === 'record') return this.#valuesOf(owner, expression.entries, isOpen ? [] : texts);
    if (expression.kind === 'class') return this.#elementsOf(owner);
    if (expression.kind === 'call' && number !== undefined) {
      return fieldValues(this, owner, String(number), owner) ?? [unknown(owner)];
    }
    return [unknown(owner)];
  }

  /** Which entry the run takes is not known: one of those with a known key, or else any. */
  #valuesOf(owner: Place, entries: readonly RecordEntry[], keys: readonly string[]): readonly Place[] {
    const named = keys.flatMap(key => this.#entry(owner, entries, key) ?? []);
    if (named.length > 0) return named;
    const next = passing(owner, owner.expression.span);
    const values = entries.flatMap(({ key, value }) =>
      key ? this.follow(at(next, value)) : this.#spreadValues(at(next, value)),
    );
    return this.first(values, maxValues);
  }

  #spreadValues(place: Place): readonly Place[] {
    return this.follow(place).flatMap(end =>
      end.expression.kind === 'record' ? this.#valuesOf(end, end.expression.entries, []) : [unknown(end)],
    );
  }

  #entry(owner: Place, entries: readonly RecordEntry[], key: string): readonly Place[] | undefined {
    const { value, spreads } = entryOf(entries, key);
    for (const spread of spreads) {
      const values = this.follow(at(owner, spread)).flatMap(end =>
        end.expression.kind === 'record' ? (this.#entry(end, end.expression.entries, key) ?? []) : [],
      );
      if (values.length > 0) return values;
    }
    if (!value) return undefined;
    const found = this.follow(at(owner, value));
    // What nobody can list may hold the key too.
    return spreads.length > 0 ? [...found, unknown(owner)] : found;
  }

  #elementsOf(owner: Place): readonly Place[] {
    const { expression } = owner;
    switch (expression.kind) {
      case 'list':
        return expression.items.flatMap(item => this.follow(at(owner, item)));
      case 'each':
        return this.follow(at(owner, expression.item));
      case 'record':
        return expression.entries.flatMap(({ key }) => (key ? this.follow(at(owner, key)) : []));
      case 'concat':
        return expression.parts.flatMap(part => this.elements(at(owner, part)));
      case 'class':
        return [...(owner.module.bindings[expression.scope]?.values() ?? [])]
          .flatMap(bindings => bindings.filter(({ kind }) => kind === 'assignment'))
          .flatMap(binding => this.followBindings(owner, [binding], expression.scope));
      default:
        return [unknown(owner)];
    }
  }

  /** `config.model = "…"` in the same file, on the same name. */
  #stored(place: Place, object: Expression, property: string): readonly Place[] {
    const path = dottedName(object);
    if (path === undefined) return [];
    const stores = place.module.stores.get(property) ?? [];
    return stores
      .filter(store => dottedName(store.object) === path && !hasPassed(place, store.span))
      .flatMap(store => this.follow(at(passing(place, store.span), store.value)));
  }

  /** A member of a class and of its instances: what the class says, and what its constructor is given for a field. */
  #classPart(owner: Place, property: string): readonly Place[] {
    const members = this.classMember(owner, property)?.flatMap(member => this.valueOfProperty(member));
    const given = this.#constructed(owner, property);
    return members || given.length > 0 ? [...(members ?? []), ...given] : [unknown(owner)];
  }

  /** Reading a property gives what its function returns. */
  valueOfProperty(member: Place): readonly Place[] {
    const { expression } = member;
    const isProperty =
      expression.kind === 'function' &&
      expression.decorators.some(mark => /^(cached_)?property$/.test(lastName(mark) ?? ''));
    return isProperty ? expression.returns.flatMap(value => this.follow(at(member, value))) : [member];
  }

  /** A field that the constructor's arguments fill: what data classes and models of data do. */
  #constructed(owner: Place, property: string): readonly Place[] {
    const { expression, module } = owner;
    if (expression.kind !== 'class' || !this.#isFilledByName(owner, property)) return [];
    const name = module.classes.get(expression.scope)?.name;
    if (name === undefined) return [];
    const position = fieldsOf(module, expression).indexOf(property);
    return this.program.callSites({ name, file: module.file }).flatMap(({ call, module: caller }) => {
      const named = call.arguments.find(candidate => candidate.name === property);
      const argument = named ?? (position < 0 ? undefined : call.arguments[position]);
      if (!argument || (!named && argument.name !== undefined) || argument.isSpread) return [];
      if (hasPassed(owner, argument.value.span)) return [];
      if (!this.targets(call, caller).some(target => target.expression === expression)) return [];
      const there: Place = { ...owner, module: caller, frame: undefined, expression: argument.value };
      return this.follow(passing(there, argument.value.span));
    });
  }

  /** Whether nothing but the arguments' names says what a constructor does with them. */
  #isFilledByName(owner: Place, property: string): boolean {
    const members = this.classMember(owner, property) ?? [];
    return (
      members.every(({ expression }) => expression.kind !== 'function') &&
      this.classMember(owner, '__init__') === undefined &&
      this.classMember(owner, 'constructor') === undefined
    );
  }

  /** A list that `append` and its kin grow, or a record that `update` does, with what they add. */
  #grown(end: Place, module: Module, binding: Binding, scope: number): readonly Place[] {
    const { expression } = end;
    if (end.module !== module || (expression.kind !== 'list' && expression.kind !== 'record')) return [end];
    const added = additions(module, binding, scope);
    if (added.length === 0) return [end];
    if (expression.kind === 'list')
      return [at(end, { ...expression, items: [...expression.items, ...added] })];
    const entries = added.map((value): RecordEntry => ({ key: undefined, value }));
    return [end, at(end, { kind: 'record', entries, span: expression.span })];
  }

  /** A helper of the repository stands for what it returns, a class for its instances; any other call for itself. */
  #followCall(place: Place, call: Call): readonly Place[] {
    const known = followKnownCall(this, place, call);
    if (known) return known;
    const { callee } = call;
    if (!/^(name|member|function)$/.test(callee.kind)) return [place];
    const results = this.follow(at(place, callee)).flatMap(target => this.#resultOf(place, call, target));
    return results.length > 0 ? this.first(results, maxValues) : [place];
  }

  #resultOf(place: Place, call: Call, target: Place): readonly Place[] {
    const { expression, module } = target;
    if (expression.kind === 'class') return [{ ...target, trail: place.trail }];
    if (expression.kind !== 'function' || expression.returns.length === 0) return [place];
    const depth = (place.frame?.depth ?? 0) + 1;
    if (depth > maxFrames || hasPassed(place, call.span)) return [unknown(place)];
    const frame = { call, caller: place, scope: expression.scope, module, depth };
    const inside = passing(place, call.span);
    return expression.returns.flatMap(value => this.follow({ ...inside, expression: value, module, frame }));
  }
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** The bindings a use in the same scope can see: back from it to the last that surely ran. */
function reaching(bindings: readonly Binding[], use: Span): readonly Binding[] {
  const seen: Binding[] = [];
  for (let index = countUpTo(bindings, use) - 1; index >= 0; index -= 1) {
    const binding = bindings[index];
    if (!binding || !isBefore(binding, use)) continue;
    seen.push(binding);
    if (binding.within === undefined || isInside(use, binding.within)) break;
  }
  return seen.length === 0 ? bindings : seen.reverse();
}

const few = 32;

/** How many of the bindings, which are in source order but for neighbours, can stand before a use. */
function countUpTo(bindings: readonly Binding[], use: Span): number {
  if (bindings.length <= few) return bindings.length;
  let low = 0;
  let high = bindings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = bindings[middle]?.span;
    if (span && compareSpans(span, use) <= 0) low = middle + 1;
    else high = middle;
  }
  return Math.min(bindings.length, low + few);
}

/** What a name has once its scope has run: the last that surely ran, and what may have run after it. */
function atTheEnd(bindings: readonly Binding[]): readonly Binding[] {
  const last = bindings.findLastIndex(({ within }) => within === undefined);
  return bindings.slice(Math.max(0, last));
}

/** A binding holds from the end of its value on: in `pipe = pipe(…)` the second name has its old value. */
function isBefore({ span, value }: Binding, use: Span): boolean {
  const cells = (span.cell ?? -1) - (use.cell ?? -1);
  if (cells !== 0) return cells < 0;
  const isOwnValue = value !== undefined && isInside(use, value.span);
  return !isOwnValue && comparePositions(span.start, use.start) < 0;
}

/** One value per place and text: several ways may lead to it, and the surest counts. */
function distinct(values: readonly TextValue[]): readonly TextValue[] {
  const seen = new Map<string, TextValue>();
  for (const value of values) {
    const { file, start, cell } = value.range;
    const key = `${file}:${cell ?? ''}:${start.line}:${start.character}:${value.text}`;
    const known = seen.get(key);
    if (!known || doubtsOf(value) < doubtsOf(known)) seen.set(key, value);
  }
  return [...seen.values()];
}

function doubtsOf({ isByName, isGiven }: TextValue): number {
  return (isByName ? 2 : 0) + (isGiven ? 1 : 0);
}
