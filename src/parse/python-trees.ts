import { Edit, type ParseOptions, type Parser, type Point, type Tree } from 'web-tree-sitter';

interface Kept {
  readonly text: string;
  readonly tree: Tree;
}

/**
 * The trees of a document's pieces as they were parsed last: a change is parsed in the time of what it touches. They lie
 * in the parser's own memory, so whoever keeps them deletes them.
 */
export class PythonTrees {
  /** Undefined for a piece that took too long. */
  readonly #kept: (Kept | undefined)[] = [];

  /** As `parser.parse`, with the tree of the same piece as it was before. The tree stays this object's own. */
  parse(parser: Parser, piece: number, text: string, options: ParseOptions): Tree | null {
    const before = this.#kept[piece];
    if (before) before.tree.edit(editBetween(before.text, text));
    const tree = parser.parse(text, before?.tree, options);
    before?.tree.delete();
    if (tree) this.#kept[piece] = { text, tree };
    else this.#kept[piece] = undefined;
    return tree;
  }

  /** Lets go of all pieces from one on. */
  deleteFrom(piece: number): void {
    for (const kept of this.#kept.splice(piece)) kept?.tree.delete();
  }
}

/** The one edit that makes one text of another. */
function editBetween(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const [oldEndIndex, newEndIndex] = [before.length - end, after.length - end];
  return new Edit({
    startIndex: start,
    oldEndIndex,
    newEndIndex,
    startPosition: pointAt(before, start),
    oldEndPosition: pointAt(before, oldEndIndex),
    newEndPosition: pointAt(after, newEndIndex),
  });
}

function pointAt(text: string, index: number): Point {
  let row = 0;
  let line = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < index; next = text.indexOf('\n', line)) {
    row += 1;
    line = next + 1;
  }
  return { row, column: index - line };
}
