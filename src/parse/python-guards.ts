import type { Node } from 'web-tree-sitter';
import type { Span } from '../model/source.ts';
import type { Expression, Guard } from '../model/syntax.ts';

type Read = (node: Node) => Expression;
type SpanOf = (node: Node) => Span;
type Fact = Omit<Guard, 'within'>;

/** Conditions that failed before, in a chain of them, whose facts are kept for those behind. */
const maxFailed = 8;
/** Parts of a condition inside each other that are looked at. */
const deepest = 50;

/** What the conditions of an `if` say of names, each in the block that runs when it holds, and in those that run when it fails. */
export function guardsOfBranches(node: Node, read: Read, spanOf: SpanOf): readonly Guard[] {
  const guards: Guard[] = [];
  const failed: Fact[] = [];
  for (const branch of [node, ...node.childrenForFieldName('alternative')]) {
    const condition = branch.childForFieldName('condition');
    const block = branch.childForFieldName(condition ? 'consequence' : 'body');
    const facts = condition ? factsOf(condition, read, true) : [];
    if (block) guards.push(...within(spanOf(block), [...failed, ...facts]));
    if (condition) failed.push(...factsOf(condition, read, false).slice(0, maxFailed - failed.length));
  }
  return guards;
}

/** The same of `yes if condition else no`. */
export function guardsOfChoice(node: Node, read: Read, spanOf: SpanOf): readonly Guard[] {
  const [yes, condition, no] = node.namedChildren.filter(isCode);
  if (!yes || !condition || !no) return [];
  return [
    ...within(spanOf(yes), factsOf(condition, read, true)),
    ...within(spanOf(no), factsOf(condition, read, false)),
  ];
}

function within(span: Span, facts: readonly Fact[]): readonly Guard[] {
  return facts.map(fact => ({ ...fact, within: span }));
}

/**
 * What a condition that holds, or does not, says of names: `name == "a"`, `name is None`, `name in ("a", "b")`,
 * `"a" in name`, `name`, `not exists(name)`; and of constants: `if False:`.
 */
function factsOf(condition: Node, read: Read, holds: boolean, depth = 0): readonly Fact[] {
  if (depth > deepest) return [];
  switch (condition.type) {
    case 'parenthesized_expression':
      return condition.namedChildren.flatMap(child => factsOf(child, read, holds, depth + 1));
    case 'not_operator': {
      const argument = condition.childForFieldName('argument');
      return argument ? factsOf(argument, read, !holds, depth + 1) : [];
    }
    case 'boolean_operator':
      return joined(condition, read, holds, depth + 1);
    case 'comparison_operator':
      return compared(condition, read, holds);
    case 'call':
      return tested(condition, read, holds);
    default:
      return isConstant(condition)
        ? [{ subject: read(condition), values: [], test: holds ? 'true' : 'false' }]
        : [];
  }
}

/** Of `a or b` that holds either may: something is said only where both compare one name. */
function joined(node: Node, read: Read, holds: boolean, depth: number): readonly Fact[] {
  const sides = [node.childForFieldName('left'), node.childForFieldName('right')].map(side =>
    side ? factsOf(side, read, holds, depth) : [],
  );
  if ((node.childForFieldName('operator')?.type === 'and') === holds) return sides.flat();
  const [[left] = [], [right] = []] = sides;
  if (!left || !right || !isComparing(left) || !isComparing(right) || !isSame(left.subject, right.subject))
    return [];
  const values = [...left.values, ...right.values];
  const isPart = left.test === 'part' || right.test === 'part';
  return [{ subject: left.subject, values, ...(isPart && { test: 'part' }) }];
}

function isComparing({ test }: Fact): boolean {
  return test === undefined || test === 'part';
}

function compared(node: Node, read: Read, holds: boolean): readonly Fact[] {
  const [left, right, ...others] = node.namedChildren;
  const operator = node.childrenForFieldName('operators')[0]?.type ?? '';
  if (!left || !right || others.length > 0 || !/^([!=]=|is( not)?|(not )?in)$/.test(operator)) return [];
  const affirms = /^(==|is|in)$/.test(operator) === holds;
  if (operator === 'in' && holds && isNamed(left) && right.type === 'call') return listed(left, right, read);
  const isMembership = operator.endsWith('in');
  if (isMembership && left.type === 'string') {
    if (affirms) return parted(right, left, read);
    return isNamed(right) ? [{ subject: read(right), values: [read(left)], test: 'no-part' }] : [];
  }
  const [subject, value] = isNamed(left) || isMembership ? [left, right] : [right, left];
  const values = isMembership ? membersOf(value) : isConstant(value) ? [value] : [];
  // What a name stands for may be more than can be seen: it keeps nothing out.
  const isMeant = isNamed(subject) && values.length > 0 && (affirms || values.every(isWritten));
  if (!isMeant) return [];
  return [{ subject: read(subject), values: values.map(read), ...(!affirms && { test: 'other' }) }];
}

/** `name in timm.list_models(pretrained=True)`: only an import tells whose models are listed. */
function listed(name: Node, call: Node, read: Read): readonly Fact[] {
  const callee = call.childForFieldName('function');
  return callee && isNamed(callee) && /(^|\.)list_(models|pretrained)$/.test(callee.text)
    ? [{ subject: read(name), values: [], test: 'listed', asked: read(callee) }]
    : [];
}

/** The constants of a list that is written out; none where others may be in it. */
function membersOf(list: Node): readonly Node[] {
  const items = /^(list|tuple|set)$/.test(list.type) ? list.namedChildren.filter(isCode) : [];
  return items.every(isConstant) ? items : [];
}

function isWritten({ type }: Node): boolean {
  return /^(string|none|true|false)$/.test(type);
}

/** `"part" in name.lower()`, `name.startswith(("a", "b"))`: the name holds one of the texts, in whichever case. */
function parted(whole: Node, part: Node, read: Read): readonly Fact[] {
  const callee = whole.type === 'call' ? whole.childForFieldName('function') : undefined;
  const [asked, owner] = callee?.type === 'attribute' ? parts(callee) : [];
  const subject = /^(lower|upper|casefold)$/.test(asked ?? '') ? owner : whole;
  const texts = part.type === 'tuple' ? part.namedChildren.filter(isCode) : [part];
  const isText = texts.length > 0 && texts.every(({ type }) => type === 'string');
  return subject && isText && isNamed(subject)
    ? [{ subject: read(subject), values: texts.map(read), test: 'part' }]
    : [];
}

/**
 * `os.path.exists(name)`, `isdir(os.path.join(name, "config.json"))`, `name.exists()`. Functions of other modules ask other
 * things under these names, so that a bare one is told by where it comes from.
 */
function tested(call: Node, read: Read, holds: boolean): readonly Fact[] {
  const callee = call.childForFieldName('function');
  const [asked = '', owner] = callee?.type === 'attribute' ? parts(callee) : [callee?.text ?? ''];
  const [first, ...others] = call.childForFieldName('arguments')?.namedChildren ?? [];
  if (owner && first && /^(starts|ends)with$/.test(asked)) return holds ? parted(owner, first, read) : [];
  const isMethod = first === undefined && /^(exists|is_dir|is_file)$/.test(asked);
  const isOfModule = owner === undefined || /^(os\.path|path|osp)$/.test(owner.text);
  const isFunction = others.length === 0 && isOfModule && /^(exists|isdir|isfile)$/.test(asked);
  const path = isMethod ? owner : isFunction ? first : undefined;
  const subject = path && startOf(path);
  const isBare = callee?.type === 'identifier';
  if (!subject) return [];
  const test = holds ? 'path' : 'no-path';
  return [{ subject: read(subject), values: [], test, ...(isBare && { asked: read(callee) }) }];
}

function parts(attribute: Node): readonly [string, Node | undefined] {
  const object = attribute.childForFieldName('object');
  return [attribute.childForFieldName('attribute')?.text ?? '', object ?? undefined];
}

/** What a path starts with that is put together: what is below a folder is only where the folder is. */
function startOf(path: Node): Node | undefined {
  if (isNamed(path)) return path;
  const isJoined =
    path.type === 'call' && /(^|\.)(join|Path)$/.test(path.childForFieldName('function')?.text ?? '');
  const [first] = isJoined ? (path.childForFieldName('arguments')?.namedChildren ?? []) : [];
  return first && startOf(first);
}

/** A name or a part of one: nobody is asked for what else a condition speaks of. */
function isNamed(node: Node): boolean {
  let owner: Node | null = node;
  while (owner?.type === 'attribute') owner = owner.childForFieldName('object');
  return owner?.type === 'identifier';
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
