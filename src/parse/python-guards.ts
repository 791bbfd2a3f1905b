import type { Node } from 'web-tree-sitter';
import type { Expression, Guard } from '../model/syntax.ts';

type Read = (node: Node) => Expression;
type Comparison = Pick<Guard, 'subject' | 'values'>;

/** What a condition that holds says of names: `name == "a"`, `name in ("a", "b")`, any of them joined by `and`. */
export function comparisonsIn(condition: Node, read: Read): readonly Comparison[] {
  switch (condition.type) {
    case 'parenthesized_expression':
      return condition.namedChildren.flatMap(child => comparisonsIn(child, read));
    case 'boolean_operator':
      return joined(condition, read);
    case 'comparison_operator':
      return compared(condition, read);
    default:
      return [];
  }
}

/** Of `a or b` either may hold: something is said only where both speak of one name. */
function joined(node: Node, read: Read): readonly Comparison[] {
  const sides = [node.childForFieldName('left'), node.childForFieldName('right')].map(side =>
    side ? comparisonsIn(side, read) : [],
  );
  if (node.childForFieldName('operator')?.type === 'and') return sides.flat();
  const [[left] = [], [right] = []] = sides;
  const isOne = left && right && isSame(left.subject, right.subject);
  return isOne ? [{ subject: left.subject, values: [...left.values, ...right.values] }] : [];
}

function compared(node: Node, read: Read): readonly Comparison[] {
  const [left, right, ...others] = node.namedChildren;
  const [operator] = node.childrenForFieldName('operators');
  if (!left || !right || others.length > 0) return [];
  const [subject, value] = isNamed(left) ? [left, right] : [right, left];
  if (!isNamed(subject)) return [];
  if (operator?.type === '==')
    return isConstant(value) ? [{ subject: read(subject), values: [read(value)] }] : [];
  const isList = operator?.type === 'in' && subject === left && /^(list|tuple|set)$/.test(value.type);
  return isList ? [{ subject: read(subject), values: value.namedChildren.filter(isCode).map(read) }] : [];
}

/** The texts that `case "a" | "b":` lets through; none where it lets through others as well. */
export function caseValues(clause: Node, read: Read): readonly Expression[] {
  const patterns = clause.namedChildren.filter(({ type }) => type === 'case_pattern');
  const texts = patterns.flatMap(pattern => pattern.descendantsOfType('string'));
  const isWhole = patterns.every(({ text }) =>
    /^\(?\s*(["'])[^"']*\1(\s*\|\s*(["'])[^"']*\3)*\s*\)?$/.test(text),
  );
  return isWhole ? texts.map(read) : [];
}

function isNamed({ type }: Node): boolean {
  return type === 'identifier' || type === 'attribute';
}

/** What may stand for one value: a text, a number, a constant's name. */
function isConstant(node: Node): boolean {
  return isNamed(node) || /^(string|integer|float|true|false|none)$/.test(node.type);
}

function isCode({ type }: Node): boolean {
  return type !== 'comment';
}

function isSame(one: Expression, other: Expression): boolean {
  if (one.kind === 'name') return other.kind === 'name' && one.name === other.name;
  if (one.kind !== 'member' || other.kind !== 'member') return false;
  return one.property === other.property && isSame(one.object, other.object);
}
