import type { Node } from 'web-tree-sitter';
import type { Span } from '../model/source.ts';
import type { Argument, Binding, Expression, RecordEntry } from '../model/syntax.ts';
import { type FactsBuilder, maxDepth } from './facts-builder.ts';
import { unescapePython } from './python-strings.ts';

/** Where a statement stands. */
interface Place {
  readonly scope: number;
  readonly isConditional: boolean;
  /** Gathers what the enclosing function returns. */
  readonly returns: Expression[] | undefined;
}

/** Turns one tree of tree-sitter-python into syntax facts. */
export class PythonReader {
  readonly #facts: FactsBuilder;
  readonly #source: string;
  readonly #cell: number | undefined;
  #depth = 0;

  constructor(facts: FactsBuilder, piece: { readonly text: string; readonly cell?: number }) {
    this.#facts = facts;
    this.#source = piece.text;
    this.#cell = piece.cell;
  }

  read(root: Node): void {
    this.#block(root, { scope: 0, isConditional: false, returns: undefined });
    if (root.hasError) this.#noteErrors(root);
  }

  #span(from: Node, to: Node = from): Span {
    const start = from.startPosition;
    const end = to.endPosition;
    return this.#between(
      { line: start.row, character: start.column },
      { line: end.row, character: end.column },
    );
  }

  #between(start: Span['start'], end: Span['end']): Span {
    return this.#cell === undefined ? { start, end } : { cell: this.#cell, start, end };
  }

  #noteErrors(root: Node): void {
    const first = root.descendantsOfType('ERROR')[0] ?? root;
    this.#facts.problems.push({
      message: 'has a syntax error; what surrounds it was read',
      span: this.#span(first),
    });
  }

  #comment(node: Node): void {
    this.#facts.comment(node.text, this.#span(node), this.#source);
  }

  // Statements

  #block(node: Node, place: Place): void {
    for (const child of node.namedChildren) this.#statement(child, place);
  }

  /** A node that holds statements, expressions or both, too deep to walk: nothing below it is read. */
  #guarded(visit: () => void): void {
    if (this.#depth >= maxDepth) return;
    this.#depth += 1;
    visit();
    this.#depth -= 1;
  }

  #statement(node: Node, place: Place): void {
    this.#guarded(() => this.#readStatement(node, place));
  }

  #readStatement(node: Node, place: Place): void {
    switch (node.type) {
      case 'comment':
        this.#comment(node);
        return;
      case 'import_statement':
        return this.#import(node, place);
      case 'import_from_statement':
        return this.#importFrom(node, place);
      case 'expression_statement':
        return this.#expressionStatement(node, place);
      case 'decorated_definition':
      case 'block':
      case 'module':
        return this.#block(node, place);
      case 'function_definition':
        return this.#function(node, place);
      case 'class_definition':
        return this.#class(node, place);
      case 'return_statement':
        return this.#return(node, place);
      case 'for_statement':
        return this.#for(node, place);
      case 'with_item':
        return this.#withItem(node, place);
      default:
        return this.#other(node, place);
    }
  }

  /** Conditions, loops, handlers and what recovery left: their blocks may or may not run. */
  #other(node: Node, place: Place): void {
    const isConditional =
      place.isConditional || /^(if|elif|else|while|try|except|finally|case|match)/.test(node.type);
    for (const child of node.namedChildren) {
      if (isStatementLike(child)) this.#statement(child, { ...place, isConditional });
      else this.#expression(child, place.scope);
    }
  }

  #expressionStatement(node: Node, place: Place): void {
    for (const child of node.namedChildren) {
      if (child.type === 'assignment') this.#assignment(child, place);
      else if (!isDocstring(child)) this.#expression(child, place.scope);
    }
  }

  #assignment(node: Node, place: Place): void {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    if (right?.type === 'assignment') this.#assignment(right, place);
    const source = right?.type === 'assignment' ? lastRight(right) : right;
    if (!left || !source) return;
    // In `a = b = value` the value's calls were already noted with the inner assignment.
    const value = right === source ? this.#expression(source, place.scope) : this.#quiet(source, place.scope);
    this.#bindTarget(left, value, place);
  }

  /** Reads an expression a second time without noting its calls again. */
  #quiet(node: Node, scope: number): Expression {
    const count = this.#facts.calls.length;
    const value = this.#expression(node, scope);
    this.#facts.calls.length = count;
    return value;
  }

  #bindTarget(target: Node, value: Expression | undefined, place: Place): void {
    switch (target.type) {
      case 'identifier':
        return this.#bind(place, place.scope, 'assignment', target, value);
      case 'attribute':
        return this.#bindAttribute(target, value, place);
      case 'pattern_list':
      case 'tuple_pattern':
      case 'list_pattern':
        return this.#bindUnpacked(target, value, place);
      default:
        return;
    }
  }

  #bindUnpacked(target: Node, value: Expression | undefined, place: Place): void {
    for (const [index, child] of target.namedChildren.entries()) {
      this.#bindTarget(child, value && itemOf(value, index), place);
    }
  }

  #bindAttribute(target: Node, value: Expression | undefined, place: Place): void {
    const object = target.childForFieldName('object');
    const name = target.childForFieldName('attribute');
    if (!name || (object?.text !== 'self' && object?.text !== 'cls')) return;
    const owner = this.#facts.enclosingClass(place.scope);
    if (owner !== undefined) this.#bind({ ...place, isConditional: true }, owner, 'member', name, value);
  }

  #bind(place: Place, scope: number, kind: Binding['kind'], name: Node, value: Expression | undefined): void {
    const { isConditional } = place;
    this.#facts.bind(scope, { name: name.text, kind, value, span: this.#span(name), isConditional });
  }

  #import(node: Node, place: Place): void {
    for (const child of node.namedChildren) {
      const dotted = child.type === 'aliased_import' ? child.childForFieldName('name') : child;
      const alias = child.type === 'aliased_import' ? child.childForFieldName('alias') : null;
      if (!dotted) continue;
      const module = dotted.text;
      this.#facts.importModule(module);
      const [root = module] = module.split('.');
      const span = this.#span(dotted);
      // `import a.b` binds `a`; `import a.b as c` binds the submodule itself.
      const value: Expression = { kind: 'import', module: alias ? module : root, name: undefined, span };
      const name = alias?.text ?? root;
      this.#facts.bind(place.scope, {
        name,
        kind: 'import',
        value,
        span,
        isConditional: place.isConditional,
      });
    }
  }

  #importFrom(node: Node, place: Place): void {
    const moduleNode = node.childForFieldName('module_name');
    if (!moduleNode) return;
    const module = moduleNode.text;
    this.#facts.importModule(module);
    for (const child of node.childrenForFieldName('name')) {
      const isAliased = child?.type === 'aliased_import';
      const named = isAliased ? child.childForFieldName('name') : child;
      if (!child || !named) continue;
      const local = (isAliased ? child.childForFieldName('alias')?.text : undefined) ?? named.text;
      const span = this.#span(named);
      const value: Expression = { kind: 'import', module, name: named.text, span };
      this.#facts.bind(place.scope, {
        name: local,
        kind: 'import',
        value,
        span,
        isConditional: place.isConditional,
      });
    }
  }

  #function(node: Node, place: Place): void {
    const name = node.childForFieldName('name');
    const scope = this.#facts.openScope('function', place.scope, name?.text);
    const parameters = node.childForFieldName('parameters');
    if (parameters) this.#parameters(parameters, scope, place);
    const returns: Expression[] = [];
    const body = node.childForFieldName('body');
    if (name) {
      const value: Expression = { kind: 'function', scope, returns, span: this.#span(name) };
      this.#bind(place, place.scope, 'definition', name, value);
    }
    if (body) this.#block(body, { scope, isConditional: false, returns });
  }

  #parameters(node: Node, scope: number, outer: Place): void {
    for (const child of node.namedChildren) {
      const name =
        child.type === 'identifier' ? child : (child.childForFieldName('name') ?? child.namedChildren[0]);
      if (name?.type !== 'identifier') continue;
      const given = child.childForFieldName('value');
      const value = given ? this.#expression(given, outer.scope) : undefined;
      this.#facts.bind(scope, {
        name: name.text,
        kind: 'parameter',
        value,
        span: this.#span(name),
        isConditional: false,
      });
    }
  }

  #class(node: Node, place: Place): void {
    const name = node.childForFieldName('name');
    const scope = this.#facts.openScope('class', place.scope, name?.text);
    const bases = this.#bases(node.childForFieldName('superclasses'), place.scope);
    if (name) {
      this.#bind(place, place.scope, 'definition', name, {
        kind: 'class',
        scope,
        bases,
        span: this.#span(name),
      });
    }
    const body = node.childForFieldName('body');
    if (body) this.#block(body, { scope, isConditional: false, returns: undefined });
  }

  #bases(list: Node | null, scope: number): Expression[] {
    const positional = list?.namedChildren.filter(child => child.type !== 'keyword_argument') ?? [];
    return positional.map(child => this.#expression(child, scope));
  }

  #return(node: Node, place: Place): void {
    for (const child of node.namedChildren) place.returns?.push(this.#expression(child, place.scope));
  }

  #for(node: Node, place: Place): void {
    const target = node.childForFieldName('left');
    const items = node.childForFieldName('right');
    const of = items ? this.#expression(items, place.scope) : undefined;
    const conditional = { ...place, isConditional: true };
    if (target && of) this.#bindTarget(target, { kind: 'element', of, span: of.span }, conditional);
    for (const field of ['body', 'alternative']) {
      const block = node.childForFieldName(field);
      if (block) this.#statement(block, conditional);
    }
  }

  #withItem(node: Node, place: Place): void {
    const value = node.childForFieldName('value') ?? node.namedChildren[0];
    if (!value) return;
    const [subject = value, target] = value.type === 'as_pattern' ? value.namedChildren : [value, undefined];
    const expression = this.#expression(subject, place.scope);
    const name = target?.namedChildren[0];
    if (name) this.#bindTarget(name, expression, place);
  }

  // Expressions

  #expression(node: Node, scope: number): Expression {
    if (this.#depth >= maxDepth) return { kind: 'opaque', span: this.#span(node) };
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
        return this.#concat(node, this.#all(node, scope));
      case 'identifier':
        return { kind: 'name', name: node.text, scope, span: this.#span(node) };
      case 'true':
      case 'false':
        return { kind: 'literal', value: node.type === 'true', span: this.#span(node) };
      case 'none':
        return { kind: 'literal', value: null, span: this.#span(node) };
      case 'integer':
      case 'float':
        return { kind: 'literal', value: Number(node.text.replaceAll('_', '')), span: this.#span(node) };
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
      case 'parenthesized_expression':
      case 'await':
        return this.#lastOf(node, scope);
      case 'binary_operator':
        return this.#binary(node, scope);
      case 'conditional_expression':
        return this.#conditional(node, scope);
      case 'boolean_operator':
        return { kind: 'choice', options: this.#all(node, scope), span: this.#span(node) };
      case 'named_expression':
        return this.#named(node, scope);
      case 'lambda':
        return this.#lambda(node, scope);
      case 'comment':
        this.#comment(node);
        return { kind: 'opaque', span: this.#span(node) };
      default:
        return this.#opaque(node, scope);
    }
  }

  /** What cannot be evaluated may still hold calls. */
  #opaque(node: Node, scope: number): Expression {
    for (const child of node.namedChildren) {
      if (isStatementLike(child)) this.#statement(child, { scope, isConditional: true, returns: undefined });
      else this.#expression(child, scope);
    }
    return { kind: 'opaque', span: this.#span(node) };
  }

  #all(node: Node, scope: number): Expression[] {
    const expressions = node.namedChildren.map(child => [child, this.#expression(child, scope)] as const);
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
    const span = this.#insideQuotes(open, close);
    const parts = node.namedChildren.filter(
      child => child.type === 'interpolation' || child.type === 'string_content',
    );
    const isRaw = prefix.includes('r');
    if (parts.every(child => child.type === 'string_content')) {
      return { kind: 'string', value: parts.map(child => unescapePython(child.text, isRaw)).join(''), span };
    }
    return { kind: 'concat', parts: parts.map(child => this.#stringPart(child, isRaw, scope)), span };
  }

  #insideQuotes(open: Node, close: Node): Span {
    const start = { line: open.endPosition.row, character: open.endPosition.column };
    const end = { line: close.startPosition.row, character: close.startPosition.column };
    return this.#between(start, end);
  }

  #stringPart(node: Node, isRaw: boolean, scope: number): Expression {
    if (node.type === 'string_content') {
      return { kind: 'string', value: unescapePython(node.text, isRaw), span: this.#span(node) };
    }
    const inner = node.childForFieldName('expression') ?? node.namedChildren[0];
    const isFormatted = node.namedChildren.some(child => child.type === 'format_specifier');
    if (!inner || isFormatted) return this.#opaque(node, scope);
    return this.#expression(inner, scope);
  }

  #attribute(node: Node, scope: number): Expression {
    const object = node.childForFieldName('object');
    const property = node.childForFieldName('attribute');
    if (!object || !property) return this.#opaque(node, scope);
    return {
      kind: 'member',
      object: this.#expression(object, scope),
      property: property.text,
      span: this.#span(node),
    };
  }

  #subscript(node: Node, scope: number): Expression {
    const object = node.childForFieldName('value');
    const index = node.childForFieldName('subscript');
    if (!object || !index) return this.#opaque(node, scope);
    return {
      kind: 'index',
      object: this.#expression(object, scope),
      index: this.#expression(index, scope),
      span: this.#span(node),
    };
  }

  #call(node: Node, scope: number): Expression {
    const callee = node.childForFieldName('function');
    const list = node.childForFieldName('arguments');
    if (!callee) return this.#opaque(node, scope);
    const calleeExpression = this.#expression(callee, scope);
    const isList = list?.type === 'argument_list';
    if (list && !isList) this.#expression(list, scope);
    const call = {
      kind: 'call',
      callee: calleeExpression,
      arguments: list && isList ? this.#arguments(list, scope) : [],
      span: this.#span(node),
      scope,
    } as const;
    this.#facts.calls.push(call);
    return call;
  }

  #arguments(list: Node, scope: number): Argument[] {
    return list.namedChildren.flatMap(child => this.#argument(child, scope) ?? []);
  }

  #argument(node: Node, scope: number): Argument | undefined {
    switch (node.type) {
      case 'comment':
        this.#comment(node);
        return undefined;
      case 'keyword_argument': {
        const name = node.childForFieldName('name');
        const value = node.childForFieldName('value');
        return name && value ? { name: name.text, value: this.#expression(value, scope) } : undefined;
      }
      case 'list_splat':
        return { value: this.#lastOf(node, scope), isSpread: true };
      case 'dictionary_splat':
        return { name: '**', value: this.#lastOf(node, scope), isSpread: true };
      default:
        return { value: this.#expression(node, scope) };
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
    if (key && value) return { key: this.#expression(key, scope), value: this.#expression(value, scope) };
    this.#expression(node, scope);
    return undefined;
  }

  #binary(node: Node, scope: number): Expression {
    const parts = this.#all(node, scope);
    const isSum = node.childForFieldName('operator')?.type === '+';
    return isSum ? this.#concat(node, parts) : { kind: 'opaque', span: this.#span(node) };
  }

  #conditional(node: Node, scope: number): Expression {
    const [yes, , no] = this.#all(node, scope);
    const options = [yes, no].filter(option => option !== undefined);
    return { kind: 'choice', options, span: this.#span(node) };
  }

  #named(node: Node, scope: number): Expression {
    const name = node.childForFieldName('name');
    const value = node.childForFieldName('value');
    if (!name || !value) return this.#opaque(node, scope);
    const expression = this.#expression(value, scope);
    this.#bindTarget(name, expression, { scope, isConditional: true, returns: undefined });
    return expression;
  }

  #lambda(node: Node, scope: number): Expression {
    const inner = this.#facts.openScope('function', scope, undefined);
    const parameters = node.childForFieldName('parameters');
    if (parameters) this.#parameters(parameters, inner, { scope, isConditional: false, returns: undefined });
    const body = node.childForFieldName('body');
    const returns = body ? [this.#expression(body, inner)] : [];
    return { kind: 'function', scope: inner, returns, span: this.#span(node) };
  }
}

function isStatementLike(node: Node): boolean {
  return /(_statement|_definition|_clause|^block|_item|^comment|^ERROR)$/.test(node.type);
}

/** A string that stands alone as a statement is documentation, whatever it says. */
function isDocstring(node: Node): boolean {
  return node.type === 'string' || node.type === 'concatenated_string';
}

/** The value at the end of `a = b = value`. */
function lastRight(assignment: Node): Node | null {
  const right = assignment.childForFieldName('right');
  return right?.type === 'assignment' ? lastRight(right) : right;
}

function itemOf(value: Expression, index: number): Expression {
  if (value.kind === 'list') {
    const item = value.items[index];
    if (item) return item;
  }
  return {
    kind: 'index',
    object: value,
    index: { kind: 'literal', value: index, span: value.span },
    span: value.span,
  };
}
