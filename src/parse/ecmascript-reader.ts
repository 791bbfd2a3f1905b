import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Expression } from '../model/syntax.ts';
import { readAssignment, readExpression } from './ecmascript-expressions.ts';
import { readClass, readEnum, readFunction } from './ecmascript-functions.ts';
import { readImport, readImportEquals, readModuleStatement } from './ecmascript-modules.ts';
import { childrenOf, isStatement, opaque, spanOf } from './ecmascript-nodes.ts';
import { bindName, readPattern } from './ecmascript-patterns.ts';
import type { Node, Place, Walk } from './ecmascript-walk.ts';
import { type FactsBuilder, maxDepth } from './facts-builder.ts';

/** Turns an ESTree program into syntax facts. */
export class EcmascriptReader implements Walk {
  readonly facts: FactsBuilder;
  #depth = 0;

  constructor(facts: FactsBuilder) {
    this.facts = facts;
  }

  read(program: TSESTree.Program, source: string): void {
    for (const comment of program.comments ?? []) {
      const marker = comment.type === 'Line' ? '//' : '/*';
      this.facts.comment(marker + comment.value, spanOf(comment), source);
    }
    const place: Place = { scope: 0, within: undefined, returns: undefined };
    for (const statement of program.body) readModuleStatement(this, statement, place);
  }

  statement(node: Node, place: Place): void {
    if (this.#depth >= maxDepth) return this.facts.tooDeep(spanOf(node));
    this.#depth += 1;
    readStatement(this, node, place);
    this.#depth -= 1;
  }

  expression(node: Node, scope: number): Expression {
    if (this.#depth >= maxDepth) {
      this.facts.tooDeep(spanOf(node));
      return opaque(node);
    }
    this.#depth += 1;
    const result = readExpression(this, node, scope);
    this.#depth -= 1;
    return result;
  }
}

function readStatement(walk: Walk, node: Node, place: Place): void {
  switch (node.type) {
    case 'ImportDeclaration':
      return readImport(walk, node, place);
    case 'TSImportEqualsDeclaration':
      return readImportEquals(walk, node, place);
    case 'VariableDeclaration':
      for (const declarator of node.declarations) readDeclarator(walk, declarator, place);
      return;
    case 'FunctionDeclaration':
      return readFunctionDeclaration(walk, node, place);
    case 'ClassDeclaration':
      readClass(walk, node, place);
      return;
    case 'TSEnumDeclaration':
      return readEnum(walk, node, place);
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      // Inside a namespace: no export of the file.
      if (node.declaration) walk.statement(node.declaration, place);
      return;
    default:
      return readFlow(walk, node, place);
  }
}

function readFlow(walk: Walk, node: Node, place: Place): void {
  switch (node.type) {
    case 'ReturnStatement':
      if (node.argument) place.returns?.push(walk.expression(node.argument, place.scope));
      return;
    case 'ExpressionStatement':
      // A directive such as 'use strict' is no text of the program.
      if (node.directive === undefined) readStandalone(walk, node.expression, place);
      return;
    case 'ForOfStatement':
    case 'ForInStatement':
      return readLoop(walk, node, place);
    case 'TSModuleDeclaration':
      for (const child of node.body?.body ?? []) walk.statement(child, { ...place, within: spanOf(child) });
      return;
    case 'TSDeclareFunction':
      return;
    default:
      return readOther(walk, node, place);
  }
}

function readStandalone(walk: Walk, node: TSESTree.Expression, place: Place): void {
  if (node.type === 'AssignmentExpression') readAssignment(walk, node, place);
  else walk.expression(node, place.scope);
}

function readOther(walk: Walk, node: Node, place: Place): void {
  const isPlain = node.type === 'BlockStatement';
  for (const child of childrenOf(node)) {
    if (isStatement(child)) walk.statement(child, isPlain ? place : { ...place, within: spanOf(child) });
    else walk.expression(child, place.scope);
  }
}

function readDeclarator(walk: Walk, node: TSESTree.VariableDeclarator, place: Place): void {
  const value = node.init ? walk.expression(node.init, place.scope) : undefined;
  readPattern(walk, node.id, value, { place, kind: 'assignment' });
}

function readFunctionDeclaration(walk: Walk, node: TSESTree.FunctionDeclaration, place: Place): void {
  const value = readFunction(walk, node, place.scope);
  if (node.id) bindName(walk, node.id, 'definition', value, place);
}

/** A loop's variable is an item of what it runs over: `of` a list, `in` the keys of a record. */
function readLoop(walk: Walk, node: TSESTree.ForOfStatement | TSESTree.ForInStatement, place: Place): void {
  const of = walk.expression(node.right, place.scope);
  const inner = { ...place, within: spanOf(node.body) };
  const target = node.left.type === 'VariableDeclaration' ? node.left.declarations[0]?.id : node.left;
  const value: Expression = { kind: 'element', of, span: of.span };
  if (target) readPattern(walk, target, value, { place: inner, kind: 'assignment' });
  walk.statement(node.body, inner);
}
