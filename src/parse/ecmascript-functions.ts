import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Expression, FunctionDefinition } from '../model/syntax.ts';
import { opaque, spanOf } from './ecmascript-nodes.ts';
import { bindName, readKey, readPattern } from './ecmascript-patterns.ts';
import type { Node, Place, Walk } from './ecmascript-walk.ts';

export type FunctionNode =
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression
  | TSESTree.ArrowFunctionExpression;

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

export function readFunction(walk: Walk, node: FunctionNode, outer: number): FunctionDefinition {
  const scope = walk.facts.openScope('function', outer, node.id?.name);
  const returns: Expression[] = [];
  const place: Place = { scope, within: undefined, returns };
  readParameters(walk, node.params, place);
  if (node.body?.type === 'BlockStatement') walk.statement(node.body, place);
  else if (node.body) returns.push(walk.expression(node.body, scope));
  returns.push(...walk.facts.yielded(scope, spanOf(node)));
  return { kind: 'function', scope, returns, decorators: [], span: spanOf(node) };
}

function readParameters(walk: Walk, nodes: readonly TSESTree.Parameter[], place: Place): void {
  // `this` in front says a type; no argument meets it.
  const parameters = nodes.filter(node => node.type !== 'Identifier' || node.name !== 'this');
  for (const [index, parameter] of parameters.entries()) {
    readDecorators(walk, parameter, place.scope);
    if (parameter.type !== 'RestElement') {
      readPattern(walk, parameter, undefined, { place, kind: 'parameter', argument: { index, path: [] } });
    } else if (parameter.argument.type === 'Identifier') {
      bindName(walk, parameter.argument, 'parameter', undefined, place, { rest: 'list', index });
    } else readPattern(walk, parameter.argument, undefined, { place, kind: 'parameter' });
  }
}

/** What reading a getter's name gives. */
export function readGetter(walk: Walk, node: FunctionNode, scope: number): Expression {
  const { returns, span } = readFunction(walk, node, scope);
  const [only, ...others] = returns;
  if (!only) return { kind: 'opaque', span };
  return others.length === 0 ? only : { kind: 'choice', options: returns, span };
}

export function readClass(walk: Walk, node: ClassNode, place: Place): Expression {
  readDecorators(walk, node, place.scope);
  const scope = walk.facts.openScope('class', place.scope, node.id?.name);
  const bases = node.superClass ? [walk.expression(node.superClass, place.scope)] : [];
  const value: Expression = { kind: 'class', scope, bases, decorators: [], span: spanOf(node.id ?? node) };
  if (node.id) bindName(walk, node.id, 'definition', value, place);
  for (const member of node.body.body) readMember(walk, member, scope);
  return value;
}

function readMember(walk: Walk, node: TSESTree.ClassElement, scope: number): void {
  switch (node.type) {
    case 'StaticBlock':
      for (const child of node.body)
        walk.statement(child, { scope, within: spanOf(child), returns: undefined });
      return;
    case 'PropertyDefinition':
    case 'AccessorProperty':
    case 'MethodDefinition':
      return bindMember(walk, node, scope);
    default:
      return;
  }
}

function bindMember(
  walk: Walk,
  node: TSESTree.PropertyDefinition | TSESTree.AccessorProperty | TSESTree.MethodDefinition,
  scope: number,
): void {
  readDecorators(walk, node, scope);
  const key = readKey(walk, node.key, node.computed, scope);
  const isMethod = node.type === 'MethodDefinition';
  const value = isMethod ? readMethod(walk, node, scope) : node.value && walk.expression(node.value, scope);
  // A setter and the head of an overload give the name no value.
  if (key.kind !== 'string' || (isMethod && (!value || node.kind === 'set'))) return;
  const kind = isMethod && node.kind !== 'get' ? 'definition' : 'member';
  const bound = { name: key.value, kind, value: value ?? undefined, span: key.span } as const;
  walk.facts.bind(scope, { ...bound, within: undefined });
}

function readMethod(walk: Walk, node: TSESTree.MethodDefinition, scope: number): Expression | undefined {
  if (node.value.type !== 'FunctionExpression') return undefined;
  return node.kind === 'get' ? readGetter(walk, node.value, scope) : readFunction(walk, node.value, scope);
}

function readDecorators(walk: Walk, node: Node, scope: number): void {
  if (!('decorators' in node)) return;
  for (const decorator of node.decorators ?? []) walk.expression(decorator.expression, scope);
}

export function readEnum(walk: Walk, node: TSESTree.TSEnumDeclaration, place: Place): void {
  const entries = node.body.members.map(member => {
    const key = readKey(walk, member.id, member.computed, place.scope);
    // Without an initializer it is a number.
    const value = member.initializer ? walk.expression(member.initializer, place.scope) : opaque(member);
    return { key, value };
  });
  bindName(walk, node.id, 'definition', { kind: 'record', entries, span: spanOf(node) }, place);
}
