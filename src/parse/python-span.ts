import type { Node, Point } from 'web-tree-sitter';
import { CompactSpan, type Span } from '../model/source.ts';
import type { Expression, StringLiteral } from '../model/syntax.ts';
import { type InnerText, unknownLetter } from './inner-text.ts';

/** The text a tree was made of: a file, or one cell of a notebook. */
export interface Piece {
  readonly text: string;
  readonly cell?: number;
  /** Where its stretches are written, where it is a part of something else: code in a command. */
  readonly inner?: InnerText;
}

export function pythonSpan({ cell, inner }: Piece, node: Node): Span {
  if (inner) return inner.span(node.startIndex, node.endIndex);
  return spanOf(cell, node.startPosition, node.endPosition);
}

/** Where a text starts. */
export function startOf({ cell, inner }: Piece): Span {
  const start = { row: 0, column: 0 };
  return inner ? inner.span(0, 0) : spanOf(cell, start, start);
}

/** What stands between a string's marks. */
export function spanBetween({ cell, inner }: Piece, open: Node, close: Node): Span {
  if (inner) return inner.span(open.endIndex, close.startIndex);
  return spanOf(cell, open.endPosition, close.startPosition);
}

function spanOf(cell: number | undefined, from: Point, to: Point): Span {
  if (cell === undefined) return new CompactSpan(from.row, from.column, to.row, to.column);
  const start = { line: from.row, character: from.column };
  return { cell, start, end: { line: to.row, character: to.column } };
}

/** A text as the program around it has it: where variables of a shell gave it, their uses are on the way to it. */
export function asGiven(piece: Piece, literal: StringLiteral, open: Node, close: Node): Expression {
  const uses = piece.inner?.uses(open.endIndex, close.startIndex) ?? [];
  const known = asKnown(piece, literal);
  return uses.reduce((option, use) => ({ kind: 'choice', options: [option], span: use }), known);
}

/** A text of which only the run knows a part is not known. */
export function asKnown({ inner }: Piece, literal: StringLiteral): Expression {
  const isKnown = !inner || !literal.value.includes(unknownLetter);
  return isKnown ? literal : { kind: 'opaque', span: literal.span };
}
