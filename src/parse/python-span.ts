import type { Node } from 'web-tree-sitter';
import type { Span } from '../model/source.ts';

/** The text a tree was made of: a file, or one cell of a notebook. */
export interface Piece {
  readonly text: string;
  readonly cell?: number;
}

export function pythonSpan({ cell }: Piece, { startPosition, endPosition }: Node): Span {
  const start = { line: startPosition.row, character: startPosition.column };
  const end = { line: endPosition.row, character: endPosition.column };
  return cell === undefined ? { start, end } : { cell, start, end };
}
