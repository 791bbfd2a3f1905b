import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Argument, Expression, RecordEntry } from '../model/syntax.ts';
import { readClass, readFunction, readGetter } from './ecmascript-functions.ts';
import { exportAssigned, moduleOf } from './ecmascript-modules.ts';
import {
  betweenQuotes,
  childrenOf,
  identifierSpan,
  isStatement,
  nameOf,
  opaque,
  spanOf,
  stringOf,
  textOf,
} from './ecmascript-nodes.ts';
import { readKey, readPattern } from './ecmascript-patterns.ts';
import type { Node, Place, Walk } from './ecmascript-walk.ts';

export function readExpression(walk: Walk, node: Node, scope: number): Expression {
  switch (node.type) {
    case 'Literal':
      return readLiteral(walk, node);
    case 'TemplateLiteral':
      return readTemplate(walk, node, scope);
    case 'Identifier':
      return { kind: 'name', name: node.name, scope, span: identifierSpan(node) };
    case 'ThisExpression':
      return { kind: 'name', name: 'this', scope, span: spanOf(node) };
    case 'Super':
      return { kind: 'name', name: 'super', scope, span: spanOf(node) };
    case 'MemberExpression':
      return readMemberExpression(walk, node, scope);
    case 'CallExpression':
    case 'NewExpression':
      return readCall(walk, node, scope);
    case 'ImportExpression':
      return readDynamicImport(walk, node, scope);
    case 'ArrayExpression': {
      const items = node.elements.map(item => (item ? readItem(walk, item, scope) : opaque(node)));
      return { kind: 'list', items, span: spanOf(node) };
    }
    case 'ObjectExpression':
      return readObject(walk, node, scope);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return readFunction(walk, node, scope);
    case 'JSXElement':
      return readElement(walk, node, scope);
    case 'ClassExpression':
      return readClass(walk, node, { scope, within: spanOf(node), returns: undefined });
    default:
      return readCompound(walk, node, scope);
  }
}

/** `<Chat model="x" />` calls `Chat` with its attributes; what is written small is no component. */
function readElement(walk: Walk, node: TSESTree.JSXElement, scope: number): Expression {
  const { name, attributes } = node.openingElement;
  if (name.type !== 'JSXIdentifier' || !/^[A-Z]/.test(name.name)) return readOpaque(walk, node, scope);
  const entries = attributes.map((attribute): RecordEntry => {
    if (attribute.type === 'JSXSpreadAttribute') {
      return { key: undefined, value: walk.expression(attribute.argument, scope) };
    }
    const key = { kind: 'string', value: String(attribute.name.name), span: spanOf(attribute.name) } as const;
    return { key, value: attribute.value ? readAttribute(walk, attribute.value, scope) : opaque(attribute) };
  });
  for (const child of node.children) walk.expression(child, scope);
  const span = spanOf(node.openingElement);
  const callee: Expression = { kind: 'name', name: name.name, scope, span: spanOf(name) };
  const value: Expression = { kind: 'record', entries, span };
  const call = { kind: 'call', callee, arguments: [{ value }], span, scope } as const;
  walk.facts.calls.push(call);
  return call;
}

function readAttribute(walk: Walk, node: Node, scope: number): Expression {
  return walk.expression(node.type === 'JSXExpressionContainer' ? node.expression : node, scope);
}

/** `...list` stands for each of its items. */
function readItem(walk: Walk, node: Node, scope: number): Expression {
  if (node.type !== 'SpreadElement') return walk.expression(node, scope);
  return { kind: 'element', of: walk.expression(node.argument, scope), span: spanOf(node) };
}

/** Expressions made of others that stand for one of them, or for a text. */
function readCompound(walk: Walk, node: Node, scope: number): Expression {
  switch (node.type) {
    case 'AwaitExpression':
      return walk.expression(node.argument, scope);
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSInstantiationExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return walk.expression(node.expression, scope);
    case 'SequenceExpression':
      return node.expressions.map(child => walk.expression(child, scope)).at(-1) ?? opaque(node);
    case 'ConditionalExpression':
      walk.expression(node.test, scope);
      return readChoice(walk, node, [node.consequent, node.alternate], scope);
    case 'LogicalExpression':
      return readLogical(walk, node, scope);
    case 'BinaryExpression':
      return readBinary(walk, node, scope);
    case 'AssignmentExpression':
      return readAssignment(walk, node, { scope, within: spanOf(node), returns: undefined });
    case 'UpdateExpression':
      readPattern(walk, node.argument, opaque(node), {
        place: { scope, within: spanOf(node), returns: undefined },
        kind: 'assignment',
      });
      return opaque(node);
    case 'UnaryExpression':
      return readUnary(walk, node, scope);
    case 'YieldExpression':
      return readYield(walk, node, scope);
    case 'TaggedTemplateExpression':
      return readTaggedTemplate(walk, node, scope);
    default:
      return readOpaque(walk, node, scope);
  }
}

function readUnary(walk: Walk, node: TSESTree.UnaryExpression, scope: number): Expression {
  const argument = walk.expression(node.argument, scope);
  const isNumber = argument.kind === 'literal' && typeof argument.value === 'number';
  return node.operator === '-' && isNumber
    ? { kind: 'literal', value: -Number(argument.value), span: spanOf(node) }
    : opaque(node);
}

/** `yield x`, and `yield* x`, which gives each item of it. */
function readYield(walk: Walk, node: TSESTree.YieldExpression, scope: number): Expression {
  if (!node.argument) return opaque(node);
  const value = walk.expression(node.argument, scope);
  walk.facts.yield(scope, node.delegate ? { kind: 'element', of: value, span: spanOf(node) } : value);
  return opaque(node);
}

/** What cannot be evaluated may still hold calls and texts. */
function readOpaque(walk: Walk, node: Node, scope: number): Expression {
  for (const child of childrenOf(node)) {
    if (isStatement(child)) walk.statement(child, { scope, within: spanOf(child), returns: undefined });
    else walk.expression(child, scope);
  }
  return opaque(node);
}

function readLiteral(walk: Walk, node: TSESTree.Literal): Expression {
  const text = stringOf(node);
  if (text) {
    walk.facts.literal(text);
    return text;
  }
  const { value } = node;
  if (value === null || typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'literal', value, span: spanOf(node) };
  }
  return opaque(node);
}

function readTemplate(walk: Walk, node: TSESTree.TemplateLiteral, scope: number): Expression {
  const whole = stringOf(node);
  if (whole) {
    walk.facts.literal(whole);
    return whole;
  }
  const parts = node.quasis.flatMap((quasi, index): Expression[] => {
    const text: Expression = { kind: 'string', value: textOf(quasi), span: spanOf(quasi) };
    const expression = node.expressions[index];
    return expression ? [text, readPart(walk, expression, scope)] : [text];
  });
  return { kind: 'concat', parts, span: betweenQuotes(node) };
}

/** A text that is part of a longer one does not stand by itself. */
function readPart(walk: Walk, node: Node, scope: number): Expression {
  return stringOf(node) ?? walk.expression(node, scope);
}

/** Its tag decides what it gives. */
function readTaggedTemplate(walk: Walk, node: TSESTree.TaggedTemplateExpression, scope: number): Expression {
  walk.expression(node.tag, scope);
  for (const expression of node.quasi.expressions) walk.expression(expression, scope);
  return opaque(node);
}

function readChoice(walk: Walk, node: Node, options: readonly Node[], scope: number): Expression {
  return {
    kind: 'choice',
    options: options.map(option => walk.expression(option, scope)),
    span: spanOf(node),
  };
}

function readLogical(walk: Walk, node: TSESTree.LogicalExpression, scope: number): Expression {
  if (node.operator !== '&&') return readChoice(walk, node, [node.left, node.right], scope);
  walk.expression(node.left, scope);
  return readChoice(walk, node, [node.right], scope);
}

function readBinary(walk: Walk, node: TSESTree.BinaryExpression, scope: number): Expression {
  const isSum = node.operator === '+';
  const parts = [node.left, node.right].map(side =>
    isSum ? readPart(walk, side, scope) : walk.expression(side, scope),
  );
  return isSum ? { kind: 'concat', parts, span: spanOf(node) } : opaque(node);
}

function readMemberExpression(walk: Walk, node: TSESTree.MemberExpression, scope: number): Expression {
  const object = walk.expression(node.object, scope);
  const span = spanOf(node);
  if (node.computed) return { kind: 'index', object, index: walk.expression(node.property, scope), span };
  const property = nameOf(node.property);
  return property === undefined ? opaque(node) : { kind: 'member', object, property, span };
}

function readCall(walk: Walk, node: Called, scope: number): Expression {
  const span = spanOf(node);
  const module = requiredModule(node) ?? evaluatedModule(node);
  if (module !== undefined) {
    walk.facts.importModule(module);
    return { kind: 'import', module, name: undefined, span };
  }
  const callee = walk.expression(node.callee, scope);
  const args = node.arguments.map((argument): Argument => {
    if (argument.type !== 'SpreadElement') return { value: walk.expression(argument, scope) };
    return { value: walk.expression(argument.argument, scope), isSpread: true };
  });
  const call = { kind: 'call', callee, arguments: args, span, scope } as const;
  walk.facts.calls.push(call);
  return call;
}

function requiredModule(node: Called): string | undefined {
  const [source] = node.arguments;
  const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require';
  return isRequire && source ? stringOf(source)?.value : undefined;
}

const evaluatedImport = /^\s*(?:return\s+)?import\(\s*(?:(["'`])([^"'`]+)\1|(\w+))\s*\)\s*;?\s*$/;
/** What programs call a function that imports what it is told, written as text. */
const importer = /^_?(dynamic_?import|import_?dynamic|(esm|native)_?import|import_?(esm|native))$/i;

/**
 * The module of an import that is written as text, so that a compiler to CommonJS does not turn it into `require`:
 * `Function('return import("m")')()`, `eval('import("m")')`, `dynamicImport("m")`.
 */
function evaluatedModule({ callee, arguments: given }: Called): string | undefined {
  const [first] = given;
  const told = first && stringOf(first)?.value;
  if (callee.type === 'Identifier') {
    if (importer.test(callee.name)) return told;
    return callee.name === 'eval' ? evaluatedImport.exec(told ?? '')?.[2] : undefined;
  }
  if (callee.type !== 'CallExpression' && callee.type !== 'NewExpression') return undefined;
  if (callee.callee.type !== 'Identifier' || callee.callee.name !== 'Function') return undefined;
  const body = callee.arguments.at(-1);
  const [, , module, name] = evaluatedImport.exec((body && stringOf(body)?.value) ?? '') ?? [];
  return name === undefined ? module : told;
}

type Called = TSESTree.CallExpression | TSESTree.NewExpression;

function readDynamicImport(walk: Walk, node: TSESTree.ImportExpression, scope: number): Expression {
  const module = moduleOf(walk, node.source);
  if (module === undefined) return readOpaque(walk, node, scope);
  return { kind: 'import', module, name: undefined, span: spanOf(node) };
}

function readObject(walk: Walk, node: TSESTree.ObjectExpression, scope: number): Expression {
  const entries = node.properties.flatMap((property): RecordEntry | readonly RecordEntry[] => {
    if (property.type === 'SpreadElement') {
      return { key: undefined, value: walk.expression(property.argument, scope) };
    }
    const key = readKey(walk, property.key, property.computed, scope);
    const value =
      property.kind === 'get' && property.value.type === 'FunctionExpression'
        ? readGetter(walk, property.value, scope)
        : walk.expression(property.value, scope);
    return property.kind === 'set' ? [] : { key, value };
  });
  return { kind: 'record', entries, span: spanOf(node) };
}

/** `a = b`, and `a += b`, after which `a` is the sum. */
export function readAssignment(walk: Walk, node: TSESTree.AssignmentExpression, place: Place): Expression {
  const { scope } = place;
  const right = walk.expression(node.right, scope);
  const value = ['=', '??=', '||='].includes(node.operator) ? right : readSum(walk, node, right, scope);
  readPattern(walk, node.left, value, { place, kind: 'assignment' });
  // Only the module's own `exports` are meant, not a parameter of that name.
  if (scope === 0) exportAssigned(walk, node.left, value);
  return value;
}

function readSum(
  walk: Walk,
  node: TSESTree.AssignmentExpression,
  right: Expression,
  scope: number,
): Expression {
  const left = walk.expression(node.left, scope);
  return node.operator === '+=' ? { kind: 'concat', parts: [left, right], span: spanOf(node) } : opaque(node);
}
