import { readNotebook } from '../src/parse/notebook.ts';
import type { SourcePiece } from '../src/parse/python.ts';

/** The code cells of a notebook in Python. */
export function codeCells(text: string): readonly SourcePiece[] {
  const notebook = readNotebook(text);
  return notebook && notebook.otherLanguage === undefined ? notebook.cells : [];
}
