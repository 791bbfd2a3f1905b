import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Span } from '../model/source.ts';
import type { Expression, StringLiteral } from '../model/syntax.ts';
import type { Node } from './ecmascript-walk.ts';

export function spanOf(node: { readonly loc: TSESTree.SourceLocation }): Span {
  const { start, end } = node.loc;
  return {
    start: { line: start.line - 1, character: start.column },
    end: { line: end.line - 1, character: end.column },
  };
}

/** An identifier's node reaches over its type annotation; the name alone is meant. */
export function identifierSpan(node: TSESTree.Identifier): Span {
  const { start } = spanOf(node);
  return { start, end: { line: start.line, character: start.character + node.name.length } };
}

export function opaque(node: { readonly loc: TSESTree.SourceLocation }): Expression {
  return { kind: 'opaque', span: spanOf(node) };
}

/** A string literal, or a template without expressions. */
export function stringOf(node: Node): StringLiteral | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') {
    return { kind: 'string', value: node.value, span: betweenQuotes(node) };
  }
  if (node.type !== 'TemplateLiteral' || node.quasis.length !== 1) return undefined;
  const [only] = node.quasis;
  return only && { kind: 'string', value: textOf(only), span: betweenQuotes(node) };
}

export function betweenQuotes(node: Node): Span {
  const { start, end } = spanOf(node);
  const from = { line: start.line, character: start.character + 1 };
  // In a broken file the closing quote may be missing.
  const least = end.line === from.line ? from.character : 0;
  return { start: from, end: { line: end.line, character: Math.max(least, end.character - 1) } };
}

/** The text of a template's part as the program sees it; an invalid escape has none. */
export function textOf(part: TSESTree.TemplateElement): string {
  return part.value.cooked ?? part.value.raw;
}

/** What a name or a key written as text says. */
export function nameOf(node: Node): string | undefined {
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return node.name;
  return stringOf(node)?.value;
}

export function isStatement(node: Node): boolean {
  return (
    /(Statement|Declaration)$/.test(node.type) || node.type === 'CatchClause' || node.type === 'SwitchCase'
  );
}

/** Nodes of TypeScript that run. All others are types: no call and no text of the program stands in them. */
const running: ReadonlySet<string> = new Set([
  'TSAsExpression',
  'TSEnumDeclaration',
  'TSExportAssignment',
  'TSImportEqualsDeclaration',
  'TSInstantiationExpression',
  'TSModuleDeclaration',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
]);

/** Every node directly below, types left out. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent' || key === 'loc' || key === 'range') continue;
    for (const item of Array.isArray(value) ? value : [value]) {
      if (isNode(item) && (!item.type.startsWith('TS') || running.has(item.type))) children.push(item);
    }
  }
  return children;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
