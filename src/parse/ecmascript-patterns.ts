import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Binding, Expression } from '../model/syntax.ts';
import { identifierSpan, nameOf, spanOf } from './ecmascript-nodes.ts';
import type { Node, Place, Walk } from './ecmascript-walk.ts';

/** What a pattern's names become. */
export interface Target {
  readonly place: Place;
  readonly kind: 'assignment' | 'parameter';
  /** The argument of the call a parameter's names come from, and the keys that lead to them. */
  readonly argument?: { readonly index: number; readonly path: readonly string[] } | undefined;
}

/** Binds the names of a pattern to their parts of a value; undefined for a value nobody can read. */
export function readPattern(walk: Walk, node: Node, value: Expression | undefined, target: Target): void {
  switch (node.type) {
    case 'Identifier':
      return bindName(walk, node, target.kind, value, target.place, argumentOf(target));
    case 'MemberExpression':
      return storeMember(walk, node, value, target.place);
    case 'AssignmentPattern':
      return readPattern(walk, node.left, orDefault(walk, node, value, target), target);
    case 'ObjectPattern':
      return readObjectPattern(walk, node, value, target);
    case 'ArrayPattern':
      return readArrayPattern(walk, node, value, target);
    case 'TSParameterProperty':
      return readParameterProperty(walk, node, value, target);
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return readPattern(walk, node.expression, value, target);
    default:
      return;
  }
}

export function bindName(
  walk: Walk,
  name: TSESTree.Identifier,
  kind: Binding['kind'],
  value: Expression | undefined,
  place: Place,
  extra: Pick<Binding, 'index' | 'path' | 'rest'> = {},
): void {
  const { scope, within } = place;
  const span = identifierSpan(name);
  walk.facts.bind(scope, { name: name.name, kind, value, span, within, ...extra });
}

/** A key of a record, a class or a pattern; an expression of kind `string` when the source tells it. */
export function readKey(walk: Walk, key: Node, isComputed: boolean, scope: number): Expression {
  const name = isComputed || key.type === 'Literal' ? undefined : nameOf(key);
  return name === undefined
    ? walk.expression(key, scope)
    : { kind: 'string', value: name, span: spanOf(key) };
}

function argumentOf({ argument }: Target): Pick<Binding, 'index' | 'path'> {
  if (!argument) return {};
  const { index, path } = argument;
  return path.length === 0 ? { index } : { index, path };
}

function orDefault(
  walk: Walk,
  node: TSESTree.AssignmentPattern,
  value: Expression | undefined,
  { place }: Target,
): Expression {
  const fallback = walk.expression(node.right, place.scope);
  return value ? { kind: 'choice', options: [value, fallback], span: spanOf(node) } : fallback;
}

function readObjectPattern(
  walk: Walk,
  node: TSESTree.ObjectPattern,
  value: Expression | undefined,
  target: Target,
): void {
  for (const property of node.properties) {
    if (property.type === 'RestElement') {
      // What is left over is taken for the whole: only the keys beside it are missing.
      readPattern(walk, property.argument, value, target);
      continue;
    }
    const key = readKey(walk, property.key, property.computed, target.place.scope);
    if (key.kind === 'string') {
      const part = value && partOf(value, key.value, property);
      readPattern(walk, property.value, part, below(target, key.value));
    } else readPattern(walk, property.value, undefined, { ...target, argument: undefined });
  }
}

function below(target: Target, key: string): Target {
  const { argument } = target;
  return argument ? { ...target, argument: { ...argument, path: [...argument.path, key] } } : target;
}

/** `object.key`, looked up at once where the object is written out. */
function partOf(object: Expression, key: string, node: Node): Expression | undefined {
  if (object.kind === 'record' && object.entries.every(entry => entry.key?.kind === 'string')) {
    return object.entries.findLast(entry => entry.key?.kind === 'string' && entry.key.value === key)?.value;
  }
  return { kind: 'member', object, property: key, span: spanOf(node) };
}

function readArrayPattern(
  walk: Walk,
  node: TSESTree.ArrayPattern,
  value: Expression | undefined,
  target: Target,
): void {
  for (const [index, item] of node.elements.entries()) {
    if (item?.type === 'RestElement') {
      const rest = value && itemsFrom(value, index);
      readPattern(walk, item.argument, rest, { ...target, argument: undefined });
    } else if (item) {
      readPattern(walk, item, value && itemAt(value, index), below(target, String(index)));
    }
  }
}

function itemAt(value: Expression, index: number): Expression {
  const { span } = value;
  if (value.kind === 'list') return value.items[index] ?? { kind: 'opaque', span };
  return { kind: 'index', object: value, index: { kind: 'literal', value: index, span }, span };
}

function itemsFrom(value: Expression, index: number): Expression | undefined {
  return value.kind === 'list' ? { ...value, items: value.items.slice(index) } : undefined;
}

/** `constructor(private model = 'x')` is a parameter, and a member of the class that holds it. */
function readParameterProperty(
  walk: Walk,
  node: TSESTree.TSParameterProperty,
  value: Expression | undefined,
  target: Target,
): void {
  readPattern(walk, node.parameter, value, target);
  const name = node.parameter.type === 'AssignmentPattern' ? node.parameter.left : node.parameter;
  const { scope } = target.place;
  const owner = walk.facts.enclosingClass(scope);
  if (name.type !== 'Identifier' || owner === undefined) return;
  const parameter: Expression = { kind: 'name', name: name.name, scope, span: identifierSpan(name) };
  bindName(walk, name, 'member', parameter, { ...target.place, scope: owner });
}

/** `this.key = value` gives a class its member; any other `object.key = value` is a store, and maybe an export. */
function storeMember(
  walk: Walk,
  node: TSESTree.MemberExpression,
  value: Expression | undefined,
  { scope, within }: Place,
): void {
  const { facts } = walk;
  const owner = node.object.type === 'ThisExpression' ? facts.enclosingClass(scope) : undefined;
  const object = walk.expression(node.object, scope);
  const key = readKey(walk, node.property, node.computed, scope);
  if (key.kind !== 'string') return;
  const { value: name, span } = key;
  if (owner !== undefined) facts.bind(owner, { name, kind: 'member', value, span, within: span });
  else if (value) facts.stores.push({ object, property: name, value, span, within });
}
