import type { Node } from 'web-tree-sitter';
import type { Span } from '../model/source.ts';
import type { Argument, Expression, RecordEntry } from '../model/syntax.ts';
import { type FactsBuilder, maxDepth } from './facts-builder.ts';
import { guardsOfChoice } from './python-guards.ts';
import { asGiven, asKnown, type Piece, pythonSpan, spanBetween } from './python-span.ts';
import { unescapePython } from './python-strings.ts';

/** What only the reader of statements can do for an expression. */
export interface StatementReader {
  /** Reads a statement that stands inside an expression, as error recovery leaves it. */
  statement(node: Node, scope: number): void;
  /** `within`: the part of the source that the name is sure to have the value in. */
  bindTarget(target: Node, value: Expression | undefined, scope: number, within: Node): void;
  /** Binds a name of a comprehension. */
  bindInner(target: Node, value: Expression, scope: number, comprehension: Node): void;
  bindParameters(parameters: Node, scope: number, outer: number): void;
}

/** Turns expressions of tree-sitter-python into those of the syntax facts, and notes calls and literals on the way. */
export class PythonExpressions {
  readonly #facts: FactsBuilder;
  readonly #piece: Piece;
  readonly #statements: StatementReader;
  #depth = 0;

  constructor(facts: FactsBuilder, piece: Piece, statements: StatementReader) {
    this.#facts = facts;
    this.#piece = piece;
    this.#statements = statements;
  }

  /** Walks a node that may be nested too deep; nothing below the limit is read. */
  guarded(node: Node, visit: () => void): void {
    if (this.#depth >= maxDepth) return this.#facts.tooDeep(this.#span(node));
    this.#depth += 1;
    visit();
    this.#depth -= 1;
  }

  comment(node: Node): void {
    const { row: line, column: character } = node.startPosition;
    this.#facts.comment(node.text, this.#span(node), this.#piece.text, { line, character });
  }

  /** Reads an expression a second time without noting its calls and literals again. */
  quiet(node: Node, scope: number): Expression {
    return this.#facts.quietly(() => this.read(node, scope));
  }

  #span(node: Node): Span {
    return pythonSpan(this.#piece, node);
  }

  #text(node: Node): string {
    return this.#facts.text(node.text);
  }

  read(node: Node, scope: number): Expression {
    if (this.#depth >= maxDepth) {
      const span = this.#span(node);
      this.#facts.tooDeep(span);
      return { kind: 'opaque', span };
    }
    this.#depth += 1;
    const result = this.#readExpression(node, scope);
    this.#depth -= 1;
    return result;
  }

  #readExpression(node: Node, scope: number): Expression {
    switch (node.type) {
      case 'string':
        return this.#string(node, scope);
      case 'concatenated_string':
        // Its pieces are no literals of their own.
        return this.#facts.withoutLiterals(() => this.#concat(node, this.#all(node, scope)));
      case 'identifier':
        return { kind: 'name', name: this.#text(node), scope, span: this.#span(node) };
      case 'true':
      case 'false':
        return { kind: 'literal', value: node.type === 'true', span: this.#span(node) };
      case 'none':
        return { kind: 'literal', value: null, span: this.#span(node) };
      case 'integer':
      case 'float':
        return this.#number(node, 1);
      case 'attribute':
        return this.#attribute(node, scope);
      case 'subscript':
        return this.#subscript(node, scope);
      case 'call':
        return this.#call(node, scope);
      case 'list':
      case 'tuple':
      case 'set':
      case 'expression_list':
        return { kind: 'list', items: this.#all(node, scope), span: this.#span(node) };
      case 'dictionary':
        return this.#dictionary(node, scope);
      default:
        return this.#compound(node, scope);
    }
  }

  #compound(node: Node, scope: number): Expression {
    switch (node.type) {
      case 'list_comprehension':
      case 'set_comprehension':
      case 'generator_expression':
      case 'dictionary_comprehension':
        return this.#comprehension(node, scope);
      case 'list_splat':
        // `*list` stands for each of its items.
        return { kind: 'element', of: this.#lastOf(node, scope), span: this.#span(node) };
      case 'parenthesized_expression':
      case 'await':
        return this.#lastOf(node, scope);
      case 'binary_operator':
        return this.#binary(node, scope);
      case 'conditional_expression':
        return this.#conditional(node, scope);
      case 'boolean_operator':
        return { kind: 'choice', options: this.#all(node, scope), span: this.#span(node) };
      case 'comparison_operator':
        return this.#comparison(node, scope);
      case 'unary_operator':
        return this.#unary(node, scope);
      case 'yield':
        return this.#yield(node, scope);
      case 'named_expression':
        return this.#named(node, scope);
      case 'lambda':
        return this.#lambda(node, scope);
      case 'comment':
        this.comment(node);
        return { kind: 'opaque', span: this.#span(node) };
      default:
        return this.#opaque(node, scope);
    }
  }

  #number(node: Node, sign: 1 | -1): Expression {
    return { kind: 'literal', value: sign * Number(node.text.replaceAll('_', '')), span: this.#span(node) };
  }

  #unary(node: Node, scope: number): Expression {
    const argument = node.childForFieldName('argument');
    const isNumber = argument?.type === 'integer' || argument?.type === 'float';
    return isNumber && node.text.startsWith('-') ? this.#number(argument, -1) : this.#opaque(node, scope);
  }

  /** `"gpt2-large" in name` looks for letters: the text names nothing, unless it has an owner. */
  #comparison(node: Node, scope: number): Expression {
    const [first, second] = node.namedChildren;
    const isSought = first?.type === 'string' && !first.text.includes('/') && second?.type !== 'list';
    const isIn = node.childrenForFieldName('operators')[0]?.type.endsWith('in') === true;
    return isSought && isIn
      ? this.#facts.withoutLiterals(() => this.#opaque(node, scope))
      : this.#opaque(node, scope);
  }

  /** `yield x`, and `yield from x`, which gives each item of it. */
  #yield(node: Node, scope: number): Expression {
    const value = this.#lastOf(node, scope);
    const span = this.#span(node);
    const isFrom = node.children.some(child => child.type === 'from');
    this.#facts.yield(scope, isFrom ? { kind: 'element', of: value, span } : value);
    return { kind: 'opaque', span };
  }

  /** What cannot be evaluated may still hold calls. */
  #opaque(node: Node, scope: number): Expression {
    for (const child of node.namedChildren) {
      if (isStatementLike(child)) this.#statements.statement(child, scope);
      else this.read(child, scope);
    }
    return { kind: 'opaque', span: this.#span(node) };
  }

  #all(node: Node, scope: number): Expression[] {
    const expressions = node.namedChildren.map(child => [child, this.read(child, scope)] as const);
    return expressions.filter(([child]) => child.type !== 'comment').map(([, expression]) => expression);
  }

  #lastOf(node: Node, scope: number): Expression {
    return this.#all(node, scope).at(-1) ?? { kind: 'opaque', span: this.#span(node) };
  }

  #concat(node: Node, parts: readonly Expression[]): Expression {
    return { kind: 'concat', parts, span: this.#span(node) };
  }

  #string(node: Node, scope: number): Expression {
    const [open] = node.children;
    const close = node.children.at(-1);
    if (!open || !close) return { kind: 'opaque', span: this.#span(node) };
    const prefix = open.text.replace(/['"]+$/, '').toLowerCase();
    if (prefix.includes('b')) return { kind: 'opaque', span: this.#span(node) };
    const span = spanBetween(this.#piece, open, close);
    const parts = node.namedChildren.filter(
      child => child.type === 'interpolation' || child.type === 'string_content',
    );
    const isRaw = prefix.includes('r');
    if (parts.every(child => child.type === 'string_content')) {
      const value = this.#facts.text(parts.map(child => unescapePython(child.text, isRaw)).join(''));
      const literal = { kind: 'string', value, span } as const;
      this.#facts.literal(literal);
      return asGiven(this.#piece, literal, open, close);
    }
    return { kind: 'concat', parts: parts.map(child => this.#stringPart(child, isRaw, scope)), span };
  }

  #stringPart(node: Node, isRaw: boolean, scope: number): Expression {
    if (node.type === 'string_content') {
      const value = this.#facts.text(unescapePython(node.text, isRaw));
      return asKnown(this.#piece, { kind: 'string', value, span: this.#span(node) });
    }
    const inner = node.childForFieldName('expression') ?? node.namedChildren[0];
    const isFormatted = node.namedChildren.some(child =>
      /^(format_specifier|type_conversion)$/.test(child.type),
    );
    if (!inner || isFormatted) return this.#opaque(node, scope);
    return this.read(inner, scope);
  }

  #attribute(node: Node, scope: number): Expression {
    const object = node.childForFieldName('object');
    const property = node.childForFieldName('attribute');
    if (!object || !property) return this.#opaque(node, scope);
    return {
      kind: 'member',
      object: this.read(object, scope),
      property: this.#text(property),
      span: this.#span(node),
    };
  }

  #subscript(node: Node, scope: number): Expression {
    const object = node.childForFieldName('value');
    const index = node.childForFieldName('subscript');
    if (!object || !index) return this.#opaque(node, scope);
    // `Literal["a", "b"]` says a type: its texts are written in code, but it has no value.
    if (isLiteralType(object)) return this.#opaque(node, scope);
    if (index.type === 'slice') return this.#slice(node, object, index, scope);
    return {
      kind: 'index',
      object: this.read(object, scope),
      index: this.read(index, scope),
      span: this.#span(node),
    };
  }

  /** The texts that a type allows: `Literal["a", "b"]`. */
  allowed(type: Node | null, scope: number): readonly Expression[] {
    const types = type?.descendantsOfType(['generic_type', 'subscript']) ?? [];
    return types
      .filter(node => node?.firstNamedChild && isLiteralType(node.firstNamedChild))
      .flatMap(node => node?.descendantsOfType('string') ?? [])
      .flatMap(node => (node ? this.read(node, scope) : []));
  }

  /** `items[1:]`; with steps nobody counts. */
  #slice(node: Node, object: Node, slice: Node, scope: number): Expression {
    const items = this.read(object, scope);
    const texts = slice.text.split(':').map(text => text.trim());
    const isPlain = texts.length === 2 && texts.every(text => /^(-?\d+)?$/.test(text));
    if (!isPlain) this.read(slice, scope);
    return isPlain
      ? sliceOf(items, Number(texts[0] || 0), texts[1] ? Number(texts[1]) : undefined)
      : { kind: 'each', item: { kind: 'element', of: items, span: items.span }, span: this.#span(node) };
  }

  #call(node: Node, scope: number): Expression {
    const callee = node.childForFieldName('function');
    const list = node.childForFieldName('arguments');
    if (!callee) return this.#opaque(node, scope);
    const calleeExpression = this.read(callee, scope);
    const call = {
      kind: 'call',
      callee: calleeExpression,
      arguments: list ? this.#arguments(list, scope) : [],
      span: this.#span(node),
      scope,
    } as const;
    this.#facts.calls.push(call);
    return call;
  }

  /** A generator that is all a call is given stands without brackets of its own. */
  #arguments(list: Node, scope: number): Argument[] {
    if (list.type !== 'argument_list') return [{ value: this.read(list, scope) }];
    return list.namedChildren.flatMap(child => this.#argument(child, scope) ?? []);
  }

  #argument(node: Node, scope: number): Argument | undefined {
    switch (node.type) {
      case 'comment':
        this.comment(node);
        return undefined;
      case 'keyword_argument': {
        const name = node.childForFieldName('name');
        const value = node.childForFieldName('value');
        return name && value ? { name: this.#text(name), value: this.read(value, scope) } : undefined;
      }
      case 'list_splat':
        return { value: this.#lastOf(node, scope), isSpread: true };
      case 'dictionary_splat':
        return { name: '**', value: this.#lastOf(node, scope), isSpread: true };
      default:
        return { value: this.read(node, scope) };
    }
  }

  #dictionary(node: Node, scope: number): Expression {
    const entries = node.namedChildren.flatMap(child => this.#entry(child, scope) ?? []);
    return { kind: 'record', entries, span: this.#span(node) };
  }

  #entry(node: Node, scope: number): RecordEntry | undefined {
    if (node.type === 'dictionary_splat') return { key: undefined, value: this.#lastOf(node, scope) };
    const key = node.childForFieldName('key');
    const value = node.childForFieldName('value');
    if (key && value) return { key: this.read(key, scope), value: this.read(value, scope) };
    this.read(node, scope);
    return undefined;
  }

  #binary(node: Node, scope: number): Expression {
    const parts = this.#all(node, scope);
    const operator = node.childForFieldName('operator')?.type;
    if (operator === '+') return this.#concat(node, parts);
    const [left, right] = parts;
    const span = this.#span(node);
    if (!left || !right) return { kind: 'opaque', span };
    // Of two dictionaries the second is laid over the first.
    if (operator === '|') return { kind: 'record', entries: [spread(left), spread(right)], span };
    const method = operator === undefined ? undefined : operatorMethods[operator];
    return method === undefined
      ? { kind: 'opaque', span }
      : methodCall(left, method, [{ value: right }], span, scope);
  }

  /** Its loops bind in the scope around it, for itself alone. */
  #comprehension(node: Node, scope: number): Expression {
    const body = node.childForFieldName('body');
    const items = node.namedChildren.flatMap(child => {
      if (child.type === 'for_in_clause') return this.#forIn(child, scope, node) ?? [];
      if (child.type === 'if_clause') this.#opaque(child, scope);
      return [];
    });
    if (!body) return this.#opaque(node, scope);
    const span = this.#span(node);
    if (body.type !== 'pair') return { kind: 'each', item: this.read(body, scope), span };
    const item = this.#pair(body, scope);
    const [all, ...others] = items;
    const whole = all && others.length === 0 && keepsPairs(node, body) ? mappingOf(all) : undefined;
    // What a filter leaves of a dictionary is at most that.
    return whole ? { kind: 'record', entries: [spread(whole)], span } : { kind: 'each', item, span };
  }

  #forIn(clause: Node, scope: number, whole: Node): Expression | undefined {
    const target = clause.childForFieldName('left');
    const items = clause.childForFieldName('right');
    const of = items ? this.read(items, scope) : undefined;
    if (target && of) {
      this.#statements.bindInner(target, { kind: 'element', of, span: of.span }, scope, whole);
    }
    return of;
  }

  /** What looking something up in a dictionary made by a comprehension gives. */
  #pair(node: Node, scope: number): Expression {
    const key = node.childForFieldName('key');
    const value = node.childForFieldName('value');
    if (key) this.read(key, scope);
    return value ? this.read(value, scope) : this.#opaque(node, scope);
  }

  #conditional(node: Node, scope: number): Expression {
    const [yes, , no] = this.#all(node, scope);
    this.#facts.guard(() =>
      guardsOfChoice(
        node,
        one => this.quiet(one, scope),
        one => this.#span(one),
      ),
    );
    const options = [yes, no].filter(option => option !== undefined);
    return { kind: 'choice', options, span: this.#span(node) };
  }

  #named(node: Node, scope: number): Expression {
    const name = node.childForFieldName('name');
    const value = node.childForFieldName('value');
    if (!name || !value) return this.#opaque(node, scope);
    const expression = this.read(value, scope);
    this.#statements.bindTarget(name, expression, scope, name);
    return expression;
  }

  #lambda(node: Node, scope: number): Expression {
    const inner = this.#facts.openScope('function', scope, undefined);
    const parameters = node.childForFieldName('parameters');
    if (parameters) this.#statements.bindParameters(parameters, inner, scope);
    const body = node.childForFieldName('body');
    const returns = body ? [this.read(body, inner)] : [];
    return { kind: 'function', scope: inner, returns, decorators: [], span: this.#span(node) };
  }
}

/** Operators that stand for methods: a text's `template % values`, a path's `folder / name`. */
const operatorMethods: Readonly<Record<string, string>> = { '%': '__mod__', '/': 'joinpath' };

/** The call of a method that nobody writes. */
function methodCall(
  object: Expression,
  property: string,
  given: readonly Argument[],
  span: Span,
  scope: number,
): Expression {
  return { kind: 'call', callee: { kind: 'member', object, property, span }, arguments: given, span, scope };
}

function spread(value: Expression): RecordEntry {
  return { key: undefined, value };
}

/** The items of a list from one place to another, counted as a slice counts them. */
export function sliceOf(list: Expression, start: number, end: number | undefined): Expression {
  const { span } = list;
  if (list.kind === 'list') return { ...list, items: list.items.slice(start, end) };
  const places = end === undefined ? [start] : [start, end];
  const given = places.map((value): Argument => ({ value: { kind: 'literal', value, span } }));
  return methodCall(list, 'slice', given, span, 0);
}

export function isStatementLike(node: Node): boolean {
  return /(_statement|_definition|_clause|^block|_item|^comment|^ERROR)$/.test(node.type);
}

function isLiteralType({ text }: Node): boolean {
  return /(^|\.)Literal$/.test(text);
}

/** Whether a comprehension gives the pairs that it takes: `{key: value for key, value in items if value}`. */
function keepsPairs(comprehension: Node, pair: Node): boolean {
  const clause = comprehension.namedChildren.find(({ type }) => type === 'for_in_clause');
  const taken = clause?.childForFieldName('left')?.namedChildren.map(({ text }) => text) ?? [];
  const given = ['key', 'value'].map(name => pair.childForFieldName(name)?.text);
  return taken.length === 2 && taken.every((name, index) => name === given[index]);
}

/** `settings` of `settings.items()`. */
function mappingOf(items: Expression): Expression | undefined {
  if (items.kind !== 'call' || items.arguments.length > 0) return undefined;
  const { callee } = items;
  return callee.kind === 'member' && callee.property === 'items' ? callee.object : undefined;
}
