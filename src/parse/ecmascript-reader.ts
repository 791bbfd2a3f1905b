import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Span } from '../model/source.ts';
import type { Argument, Binding, Expression, RecordEntry } from '../model/syntax.ts';
import { type FactsBuilder, maxDepth } from './facts-builder.ts';

type Node = TSESTree.Node;

interface Place {
  readonly scope: number;
  readonly isConditional: boolean;
  readonly returns: Expression[] | undefined;
}

type FunctionNode =
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression
  | TSESTree.ArrowFunctionExpression;

/** Turns an ESTree program into syntax facts. */
export class EcmascriptReader {
  readonly #facts: FactsBuilder;
  #depth = 0;

  constructor(facts: FactsBuilder) {
    this.#facts = facts;
  }

  read(program: TSESTree.Program, source: string): void {
    for (const comment of program.comments ?? []) {
      const marker = comment.type === 'Line' ? '//' : '/*';
      this.#facts.comment(marker + comment.value, spanOf(comment), source);
    }
    const place: Place = { scope: 0, isConditional: false, returns: undefined };
    for (const statement of program.body) this.#statement(statement, place);
  }

  // Statements

  #statement(node: Node, place: Place): void {
    if (this.#depth >= maxDepth) return;
    this.#depth += 1;
    this.#readStatement(node, place);
    this.#depth -= 1;
  }

  #readStatement(node: Node, place: Place): void {
    switch (node.type) {
      case 'ImportDeclaration':
        return this.#import(node, place);
      case 'VariableDeclaration':
        for (const declarator of node.declarations) this.#declarator(declarator, place);
        return;
      case 'FunctionDeclaration':
        return this.#functionDeclaration(node, place);
      case 'ClassDeclaration':
        this.#class(node, place);
        return;
      case 'ExportNamedDeclaration':
      case 'ExportDefaultDeclaration':
        if (node.declaration) this.#statement(node.declaration, place);
        return;
      case 'ReturnStatement':
        if (node.argument) place.returns?.push(this.#expression(node.argument, place.scope));
        return;
      case 'ExpressionStatement':
        this.#expression(node.expression, place.scope);
        return;
      case 'ForOfStatement':
        return this.#forOf(node, place);
      case 'TSEnumDeclaration':
        return this.#enum(node, place);
      default:
        return this.#other(node, place);
    }
  }

  #other(node: Node, place: Place): void {
    const isConditional = place.isConditional || node.type !== 'BlockStatement';
    for (const child of childrenOf(node)) {
      if (isStatement(child)) this.#statement(child, { ...place, isConditional });
      else this.#expression(child, place.scope);
    }
  }

  #import(node: TSESTree.ImportDeclaration, place: Place): void {
    const source = this.#expression(node.source, place.scope);
    // A recovered tree may lack the module's name.
    if (source.kind !== 'string') return;
    const module = source.value;
    this.#facts.importModule(module);
    for (const specifier of node.specifiers) {
      const name = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : undefined;
      const span = spanOf(specifier);
      this.#bind(specifier.local, 'import', { kind: 'import', module, name, span }, place);
    }
  }

  #declarator(node: TSESTree.VariableDeclarator, place: Place): void {
    const value = node.init ? this.#expression(node.init, place.scope) : undefined;
    this.#pattern(node.id, value, 'assignment', place);
  }

  #bind(name: TSESTree.Identifier, kind: Binding['kind'], value: Expression | undefined, place: Place): void {
    const { scope, isConditional } = place;
    this.#facts.bind(scope, { name: name.name, kind, value, span: identifierSpan(name), isConditional });
  }

  #pattern(node: Node, value: Expression | undefined, kind: Binding['kind'], place: Place): void {
    switch (node.type) {
      case 'Identifier':
        return this.#bind(node, kind, value, place);
      case 'AssignmentPattern':
        return this.#defaulted(node, value, kind, place);
      case 'ObjectPattern':
        return this.#objectPattern(node, value, place);
      case 'ArrayPattern':
        for (const [index, item] of node.elements.entries()) {
          if (item) this.#pattern(item, value && indexOf(value, index), 'assignment', place);
        }
        return;
      case 'TSParameterProperty':
        return this.#pattern(node.parameter, value, kind, place);
      default:
        return;
    }
  }

  #defaulted(
    node: TSESTree.AssignmentPattern,
    value: Expression | undefined,
    kind: Binding['kind'],
    place: Place,
  ): void {
    const fallback = this.#expression(node.right, place.scope);
    const either: Expression = value
      ? { kind: 'choice', options: [value, fallback], span: spanOf(node) }
      : fallback;
    this.#pattern(node.left, either, kind, place);
  }

  #objectPattern(node: TSESTree.ObjectPattern, value: Expression | undefined, place: Place): void {
    for (const property of node.properties) {
      if (property.type !== 'Property' || property.computed) continue;
      const key = nameOf(property.key);
      const member: Expression | undefined =
        value && key !== undefined
          ? { kind: 'member', object: value, property: key, span: spanOf(property) }
          : undefined;
      this.#pattern(property.value, member, 'assignment', place);
    }
  }

  #functionDeclaration(node: TSESTree.FunctionDeclaration | TSESTree.TSDeclareFunction, place: Place): void {
    if (node.type !== 'FunctionDeclaration') return;
    const value = this.#function(node, place.scope);
    if (node.id) this.#bind(node.id, 'definition', value, place);
  }

  #function(node: FunctionNode, outer: number): Expression {
    const scope = this.#facts.openScope('function', outer, node.id?.name);
    const returns: Expression[] = [];
    const place: Place = { scope, isConditional: false, returns };
    for (const parameter of node.params) this.#pattern(parameter, undefined, 'parameter', place);
    if (node.body?.type === 'BlockStatement') this.#statement(node.body, place);
    else if (node.body) returns.push(this.#expression(node.body, scope));
    return { kind: 'function', scope, returns, span: spanOf(node) };
  }

  #class(node: TSESTree.ClassDeclaration | TSESTree.ClassExpression, place: Place): Expression {
    const scope = this.#facts.openScope('class', place.scope, node.id?.name);
    const bases = node.superClass ? [this.#expression(node.superClass, place.scope)] : [];
    const value: Expression = { kind: 'class', scope, bases, span: spanOf(node.id ?? node) };
    if (node.id) this.#bind(node.id, 'definition', value, place);
    for (const member of node.body.body)
      this.#member(member, { scope, isConditional: false, returns: undefined });
    return value;
  }

  #member(node: Node, place: Place): void {
    if (node.type === 'StaticBlock') return this.#other(node, place);
    if (node.type !== 'PropertyDefinition' && node.type !== 'MethodDefinition') return;
    const value = node.value ? this.#expression(node.value, place.scope) : undefined;
    const name = node.computed ? undefined : nameOf(node.key);
    if (name === undefined) return;
    const kind = node.type === 'MethodDefinition' ? 'definition' : 'member';
    this.#facts.bind(place.scope, { name, kind, value, span: spanOf(node.key), isConditional: false });
  }

  #forOf(node: TSESTree.ForOfStatement, place: Place): void {
    const of = this.#expression(node.right, place.scope);
    const inner = { ...place, isConditional: true };
    const target = node.left.type === 'VariableDeclaration' ? node.left.declarations[0]?.id : node.left;
    if (target) this.#pattern(target, { kind: 'element', of, span: of.span }, 'assignment', inner);
    this.#statement(node.body, inner);
  }

  #enum(node: TSESTree.TSEnumDeclaration, place: Place): void {
    const entries = node.body.members.map(member => {
      const span = spanOf(member.id);
      const key: Expression = { kind: 'string', value: nameOf(member.id) ?? '', span };
      const value = member.initializer ? this.#expression(member.initializer, place.scope) : opaque(member);
      return { key, value };
    });
    this.#bind(node.id, 'definition', { kind: 'record', entries, span: spanOf(node) }, place);
  }

  // Expressions

  #expression(node: Node, scope: number): Expression {
    if (this.#depth >= maxDepth) return opaque(node);
    this.#depth += 1;
    const result = this.#readExpression(node, scope);
    this.#depth -= 1;
    return result;
  }

  #readExpression(node: Node, scope: number): Expression {
    switch (node.type) {
      case 'Literal':
        return literal(node);
      case 'TemplateLiteral':
        return this.#template(node, scope);
      case 'Identifier':
        return { kind: 'name', name: node.name, scope, span: identifierSpan(node) };
      case 'ThisExpression':
        return { kind: 'name', name: 'this', scope, span: spanOf(node) };
      case 'MemberExpression':
        return this.#memberExpression(node, scope);
      case 'CallExpression':
      case 'NewExpression':
        return this.#call(node, scope);
      case 'ImportExpression':
        return this.#dynamicImport(node, scope);
      case 'ArrayExpression':
        return {
          kind: 'list',
          items: node.elements.map(item => this.#item(item, node, scope)),
          span: spanOf(node),
        };
      case 'ObjectExpression':
        return this.#object(node, scope);
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return this.#function(node, scope);
      default:
        return this.#compound(node, scope);
    }
  }

  #compound(node: Node, scope: number): Expression {
    switch (node.type) {
      case 'AwaitExpression':
        return this.#expression(node.argument, scope);
      case 'ChainExpression':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
        return this.#expression(node.expression, scope);
      case 'ConditionalExpression':
        this.#expression(node.test, scope);
        return this.#choice(node, [node.consequent, node.alternate], scope);
      case 'LogicalExpression':
        return this.#choice(node, node.operator === '&&' ? [node.right] : [node.left, node.right], scope);
      case 'BinaryExpression':
        return this.#binary(node, scope);
      case 'AssignmentExpression':
        return this.#assignment(node, scope);
      case 'ClassExpression':
        return this.#class(node, { scope, isConditional: true, returns: undefined });
      default:
        return this.#opaque(node, scope);
    }
  }

  #opaque(node: Node, scope: number): Expression {
    for (const child of childrenOf(node)) {
      if (isStatement(child)) this.#statement(child, { scope, isConditional: true, returns: undefined });
      else this.#expression(child, scope);
    }
    return opaque(node);
  }

  #item(node: Node | null, list: Node, scope: number): Expression {
    return node ? this.#expression(node, scope) : opaque(list);
  }

  #choice(node: Node, options: readonly Node[], scope: number): Expression {
    return {
      kind: 'choice',
      options: options.map(option => this.#expression(option, scope)),
      span: spanOf(node),
    };
  }

  #template(node: TSESTree.TemplateLiteral, scope: number): Expression {
    const inner = shrink(spanOf(node), 1);
    const [only] = node.quasis;
    if (node.quasis.length === 1 && only) {
      return { kind: 'string', value: only.value.cooked ?? only.value.raw, span: inner };
    }
    const parts = node.quasis.flatMap((quasi, index): Expression[] => {
      const text: Expression = {
        kind: 'string',
        value: quasi.value.cooked ?? quasi.value.raw,
        span: spanOf(quasi),
      };
      const expression = node.expressions[index];
      return expression ? [text, this.#expression(expression, scope)] : [text];
    });
    return { kind: 'concat', parts, span: inner };
  }

  #memberExpression(node: TSESTree.MemberExpression, scope: number): Expression {
    const object = this.#expression(node.object, scope);
    const span = spanOf(node);
    if (!node.computed) {
      const property = nameOf(node.property);
      return property === undefined ? opaque(node) : { kind: 'member', object, property, span };
    }
    return { kind: 'index', object, index: this.#expression(node.property, scope), span };
  }

  #call(node: TSESTree.CallExpression | TSESTree.NewExpression, scope: number): Expression {
    const required = requiredModule(node);
    if (required !== undefined) {
      this.#facts.importModule(required);
      return { kind: 'import', module: required, name: undefined, span: spanOf(node) };
    }
    const callee = this.#expression(node.callee, scope);
    const args = node.arguments.map((argument): Argument => {
      if (argument.type === 'SpreadElement')
        return { value: this.#expression(argument.argument, scope), isSpread: true };
      return { value: this.#expression(argument, scope) };
    });
    const call = { kind: 'call', callee, arguments: args, span: spanOf(node), scope } as const;
    this.#facts.calls.push(call);
    return call;
  }

  #dynamicImport(node: TSESTree.ImportExpression, scope: number): Expression {
    const source = this.#expression(node.source, scope);
    if (source.kind !== 'string') return opaque(node);
    this.#facts.importModule(source.value);
    return { kind: 'import', module: source.value, name: undefined, span: spanOf(node) };
  }

  #object(node: TSESTree.ObjectExpression, scope: number): Expression {
    const entries = node.properties.map((property): RecordEntry => {
      if (property.type === 'SpreadElement') {
        return { key: undefined, value: this.#expression(property.argument, scope) };
      }
      const name = property.computed ? undefined : nameOf(property.key);
      const key: Expression =
        name === undefined
          ? this.#expression(property.key, scope)
          : { kind: 'string', value: name, span: spanOf(property.key) };
      return { key, value: this.#expression(property.value, scope) };
    });
    return { kind: 'record', entries, span: spanOf(node) };
  }

  #binary(node: TSESTree.BinaryExpression, scope: number): Expression {
    const parts = [this.#expression(node.left, scope), this.#expression(node.right, scope)];
    return node.operator === '+' ? { kind: 'concat', parts, span: spanOf(node) } : opaque(node);
  }

  #assignment(node: TSESTree.AssignmentExpression, scope: number): Expression {
    const value = this.#expression(node.right, scope);
    if (!['=', '??=', '||='].includes(node.operator)) return opaque(node);
    if (node.left.type !== 'MemberExpression') {
      this.#pattern(node.left, value, 'assignment', { scope, isConditional: true, returns: undefined });
      return value;
    }
    const { object, property, computed } = node.left;
    const owner = object.type === 'ThisExpression' ? this.#facts.enclosingClass(scope) : undefined;
    const name = computed ? undefined : nameOf(property);
    if (owner !== undefined && name !== undefined) {
      this.#facts.bind(owner, { name, kind: 'member', value, span: spanOf(property), isConditional: true });
    }
    return value;
  }
}

function spanOf(node: { readonly loc: TSESTree.SourceLocation }): Span {
  const { start, end } = node.loc;
  return {
    start: { line: start.line - 1, character: start.column },
    end: { line: end.line - 1, character: end.column },
  };
}

/** An identifier's node reaches over its type annotation; the name alone is meant. */
function identifierSpan(node: TSESTree.Identifier): Span {
  const { start } = spanOf(node);
  return { start, end: { line: start.line, character: start.character + node.name.length } };
}

function shrink(span: Span, by: number): Span {
  return {
    start: { line: span.start.line, character: span.start.character + by },
    end: { line: span.end.line, character: Math.max(0, span.end.character - by) },
  };
}

function opaque(node: { readonly loc: TSESTree.SourceLocation }): Expression {
  return { kind: 'opaque', span: spanOf(node) };
}

function literal(node: TSESTree.Literal): Expression {
  const { value } = node;
  if (typeof value === 'string') return { kind: 'string', value, span: shrink(spanOf(node), 1) };
  if (value === null || typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'literal', value, span: spanOf(node) };
  }
  return opaque(node);
}

function indexOf(value: Expression, index: number): Expression {
  if (value.kind === 'list') return value.items[index] ?? { kind: 'opaque', span: value.span };
  return {
    kind: 'index',
    object: value,
    index: { kind: 'literal', value: index, span: value.span },
    span: value.span,
  };
}

function nameOf(node: Node): string | undefined {
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return node.name;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

function requiredModule(node: TSESTree.CallExpression | TSESTree.NewExpression): string | undefined {
  const [source] = node.arguments;
  const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require';
  return isRequire && source?.type === 'Literal' && typeof source.value === 'string'
    ? source.value
    : undefined;
}

function isStatement(node: Node): boolean {
  return (
    /(Statement|Declaration)$/.test(node.type) || node.type === 'CatchClause' || node.type === 'SwitchCase'
  );
}

/** Every node directly below, types left out: no call stands in a type. */
function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent' || key === 'loc' || key === 'range') continue;
    for (const item of Array.isArray(value) ? value : [value]) {
      if (isNode(item) && !item.type.startsWith('TSType')) children.push(item);
    }
  }
  return children;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
