import { comparePositions, type Span } from '../model/source.ts';
import type { Binding, Call, Expression, RecordEntry, Scope, SyntaxFacts } from '../model/syntax.ts';

/** A text an expression can have, where it is written, and the places it came through. */
export interface TextValue {
  readonly text: string;
  readonly span: Span;
  readonly trail: readonly Span[];
}

/** `isComplete` is false when the expression may have values nobody can read from the source. */
export interface Evaluation {
  readonly values: readonly TextValue[];
  readonly isComplete: boolean;
}

/** An expression with its names followed to what they stand for. */
export interface Followed {
  readonly expression: Expression;
  readonly trail: readonly Span[];
}

/** Steps one file may take. What needs more was not written to be read. */
const budget = 50_000;
const maxValues = 32;
const maxTrail = 24;

/** Follows names to their values inside one file. It answers several values, or none; it never guesses. */
export class Evaluator {
  readonly #facts: SyntaxFacts;
  readonly #bindings: readonly Map<string, Binding[]>[];
  #steps = 0;

  constructor(facts: SyntaxFacts) {
    this.#facts = facts;
    this.#bindings = facts.scopes.map(indexByName);
  }

  /** The texts an expression can have. */
  text(expression: Expression): Evaluation {
    const results = this.follow(expression).map(({ expression: end, trail }) => this.#textOf(end, trail));
    return {
      values: distinct(results.flatMap(result => result.values)).slice(0, maxValues),
      isComplete: results.length > 0 && results.every(result => result.isComplete),
    };
  }

  /** The one constant an expression surely has. */
  constant(expression: Expression): { value: string | number | boolean | null; span: Span } | undefined {
    const [first, ...rest] = this.follow(expression);
    if (!first || rest.length > 0) return undefined;
    const { kind } = first.expression;
    return kind === 'string' || kind === 'literal'
      ? { value: first.expression.value, span: first.expression.span }
      : undefined;
  }

  /** What an expression stands for once its names are followed: literals, structures, calls; `opaque` where unknown. */
  follow(expression: Expression, trail: readonly Span[] = []): readonly Followed[] {
    this.#steps += 1;
    if (this.#steps > budget || trail.length > maxTrail) return [unknown(expression, trail)];
    switch (expression.kind) {
      case 'name':
        return this.#followName(expression, trail);
      case 'member':
        return this.#followMember(expression.object, expression.property, expression, trail);
      case 'index':
        return this.#followIndex(expression, trail);
      case 'choice':
        return this.#followOptions(expression, trail);
      case 'element':
        return this.follow(expression.of, trail).flatMap(end => this.#elements(end));
      case 'call':
        return this.#followCall(expression, trail);
      default:
        return [{ expression, trail }];
    }
  }

  /** How a name gets its value where it is used; undefined when no scope binds it. */
  bindingsOf(name: Extract<Expression, { kind: 'name' }>): readonly Binding[] | undefined {
    if (isSelf(name.name)) return undefined;
    let scope: number | undefined = name.scope;
    while (scope !== undefined) {
      const found = this.#bindings[scope]?.get(name.name);
      // A class's own names are not seen from inside its methods.
      const isVisible = scope === name.scope || this.#facts.scopes[scope]?.kind !== 'class';
      if (found && isVisible) return scope === name.scope ? reaching(found, name.span) : found;
      scope = this.#facts.scopes[scope]?.parent;
    }
    return undefined;
  }

  /** The class `self`, `cls` or `this` stands for. */
  enclosingClass(scope: number): number | undefined {
    let current: number | undefined = scope;
    while (current !== undefined && this.#facts.scopes[current]?.kind !== 'class') {
      current = this.#facts.scopes[current]?.parent;
    }
    return current;
  }

  /** The bases of a class, by the scope of its body. */
  basesOf(scope: number): readonly Expression[] {
    for (const candidate of this.#facts.scopes) {
      for (const { value } of candidate.bindings) {
        if (value?.kind === 'class' && value.scope === scope) return value.bases;
      }
    }
    return [];
  }

  #textOf(expression: Expression, trail: readonly Span[]): Evaluation {
    if (expression.kind === 'string') {
      return { values: [{ text: expression.value, span: expression.span, trail }], isComplete: true };
    }
    if (expression.kind !== 'concat') return { values: [], isComplete: false };
    let texts: readonly string[] = [''];
    let isComplete = true;
    for (const part of expression.parts) {
      const piece = this.#pieceOf(part);
      isComplete &&= piece.isComplete;
      texts = texts.flatMap(text => piece.texts.map(end => text + end)).slice(0, maxValues);
    }
    return { values: texts.map(text => ({ text, span: expression.span, trail })), isComplete };
  }

  #pieceOf(part: Expression): { texts: readonly string[]; isComplete: boolean } {
    const constant = this.constant(part);
    if (typeof constant?.value === 'number') return { texts: [String(constant.value)], isComplete: true };
    const { values, isComplete } = this.text(part);
    return { texts: values.map(value => value.text), isComplete };
  }

  /** A decision is a place the value came through: whoever edits the value must see that it is one of several. */
  #followOptions(
    choice: Extract<Expression, { kind: 'choice' }>,
    trail: readonly Span[],
  ): readonly Followed[] {
    const next = [...trail, choice.span];
    return choice.options.flatMap(option => this.follow(option, next)).slice(0, maxValues);
  }

  #followName(name: Extract<Expression, { kind: 'name' }>, trail: readonly Span[]): readonly Followed[] {
    if (isSelf(name.name)) {
      const scope = this.enclosingClass(name.scope);
      if (scope === undefined) return [unknown(name, trail)];
      return [{ expression: { kind: 'class', scope, bases: this.basesOf(scope), span: name.span }, trail }];
    }
    return this.#followBindings(this.bindingsOf(name) ?? [], name, trail);
  }

  #followBindings(
    bindings: readonly Binding[],
    from: Expression,
    trail: readonly Span[],
  ): readonly Followed[] {
    if (bindings.length === 0) return [unknown(from, trail)];
    return bindings.flatMap(binding => {
      // `path = path or default` leads back to itself and adds nothing new.
      if (trail.includes(binding.span)) return [];
      const next = [...trail, binding.span];
      const values = binding.value ? this.follow(binding.value, next) : [unknown(from, next)];
      // A caller may give a parameter any other value than its default.
      return binding.kind === 'parameter' && binding.value ? [...values, unknown(from, next)] : values;
    });
  }

  #followMember(
    object: Expression,
    property: string,
    from: Expression,
    trail: readonly Span[],
  ): readonly Followed[] {
    return this.follow(object, trail).flatMap(owner => {
      const { expression } = owner;
      if (expression.kind === 'record') return this.#entry(expression.entries, property, from, owner.trail);
      if (expression.kind === 'class') {
        const bindings = this.#bindings[expression.scope]?.get(property) ?? [];
        return this.#followBindings(bindings, from, owner.trail);
      }
      return [unknown(from, owner.trail)];
    });
  }

  #followIndex(
    expression: Extract<Expression, { kind: 'index' }>,
    trail: readonly Span[],
  ): readonly Followed[] {
    const index = this.constant(expression.index)?.value;
    if (typeof index === 'string') return this.#followMember(expression.object, index, expression, trail);
    return this.follow(expression.object, trail).flatMap(owner => {
      if (owner.expression.kind !== 'list') return [unknown(expression, owner.trail)];
      if (typeof index !== 'number') return this.#elements(owner);
      const item = owner.expression.items.at(index);
      return item ? this.follow(item, owner.trail) : [unknown(expression, owner.trail)];
    });
  }

  #entry(
    entries: readonly RecordEntry[],
    key: string,
    from: Expression,
    trail: readonly Span[],
  ): readonly Followed[] {
    const entry = entries.findLast(
      candidate => candidate.key?.kind === 'string' && candidate.key.value === key,
    );
    return entry ? this.follow(entry.value, trail) : [unknown(from, trail)];
  }

  #elements({ expression, trail }: Followed): readonly Followed[] {
    if (expression.kind === 'list')
      return expression.items.flatMap(item => this.follow(item, trail)).slice(0, maxValues);
    if (expression.kind === 'record') {
      return expression.entries
        .flatMap(({ key }) => (key ? this.follow(key, trail) : []))
        .slice(0, maxValues);
    }
    return [unknown(expression, trail)];
  }

  /** A helper of this file stands for what it returns; any other call for itself. */
  #followCall(call: Call, trail: readonly Span[]): readonly Followed[] {
    const { callee } = call;
    if (callee.kind !== 'name' && callee.kind !== 'member') return [{ expression: call, trail }];
    const [target, ...others] = this.follow(callee, trail);
    if (target?.expression.kind !== 'function' || others.length > 0) return [{ expression: call, trail }];
    const { returns } = target.expression;
    if (returns.length === 0) return [{ expression: call, trail }];
    return returns.flatMap(value => this.follow(value, target.trail)).slice(0, maxValues);
  }
}

function indexByName(scope: Scope): Map<string, Binding[]> {
  const byName = new Map<string, Binding[]>();
  for (const binding of scope.bindings) {
    const known = byName.get(binding.name);
    if (known) known.push(binding);
    else byName.set(binding.name, [binding]);
  }
  return byName;
}

/** The bindings a use in the same scope can see: back from it to the last that surely ran. */
function reaching(bindings: readonly Binding[], use: Span): readonly Binding[] {
  const before = bindings.filter(binding => isBefore(binding.span, use));
  const last = before.findLastIndex(binding => !binding.isConditional);
  return before.length === 0 ? bindings : before.slice(Math.max(0, last));
}

/** One value per place and text: several ways may lead to it. */
function distinct(values: readonly TextValue[]): readonly TextValue[] {
  const seen = new Map<string, TextValue>();
  for (const value of values) {
    const { start, cell } = value.span;
    const key = `${cell ?? ''}:${start.line}:${start.character}:${value.text}`;
    if (!seen.has(key)) seen.set(key, value);
  }
  return [...seen.values()];
}

function isBefore(binding: Span, use: Span): boolean {
  const cells = (binding.cell ?? -1) - (use.cell ?? -1);
  return cells < 0 || (cells === 0 && comparePositions(binding.start, use.start) < 0);
}

/** Whether a name stands for the object whose class the code is in. */
export function isSelf(name: string): boolean {
  return name === 'self' || name === 'cls' || name === 'this';
}

function unknown(expression: Expression, trail: readonly Span[]): Followed {
  return { expression: { kind: 'opaque', span: expression.span }, trail };
}
