import type { Node } from 'web-tree-sitter';

/** Statements behind which nothing more of a block, nor what is behind it, runs. */
const leaving = /^(return|raise|continue|break)_statement$/;
const suppresses = /^\(?\s*(contextlib\.)?suppress\(/;
/** How pytest and unittest say that a block is to fail. */
const expectsFailure = /^\(?\s*(pytest\.|self\.)?(raises|assertRaises(Regex)?)\(/;

/** The blocks of an `if` that do not leave the function or the loop; undefined where it has no `else`. */
export function blocksStaying(node: Node): readonly Node[] | undefined {
  const others = node.childrenForFieldName('alternative');
  if (others.at(-1)?.type !== 'else_clause') return undefined;
  const blocks = [node, ...others].flatMap(
    one => one?.childForFieldName('consequence') ?? one?.childForFieldName('body') ?? [],
  );
  return blocks.filter(block => !leaving.test(block.namedChildren.at(-1)?.type ?? ''));
}

/** Whether a `with` catches what fails inside, and the call that is to fail. */
export function caughtIn(node: Node): { readonly isCaught: boolean; readonly failing: Node | undefined } {
  const clause = node.namedChildren.find(({ type }) => type === 'with_clause')?.text ?? '';
  const isToFail = expectsFailure.test(clause);
  return {
    isCaught: isToFail || suppresses.test(clause),
    failing: isToFail ? onlyCall(node.childForFieldName('body')) : undefined,
  };
}

/** The one call that a block holds: of several, or of parts of one, nobody knows which is to fail. */
function onlyCall(body: Node | null): Node | undefined {
  const [only, ...others] = body?.namedChildren.filter(({ type }) => type !== 'comment') ?? [];
  const statement = only?.type === 'expression_statement' ? only.namedChildren[0] : undefined;
  const value = statement?.type === 'assignment' ? statement.childForFieldName('right') : statement;
  const call = value?.type === 'await' ? value.namedChildren[0] : value;
  return call?.type === 'call' && others.length === 0 ? call : undefined;
}

/** Every name in a block, those of fields and arguments among them. */
export function namesIn(block: Node): ReadonlySet<string> {
  return new Set(block.descendantsOfType('identifier').map(node => node?.text ?? ''));
}
