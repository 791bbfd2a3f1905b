import * as v from 'valibot';
import type { SourcePiece } from './python.ts';

const cellSchema = v.object({
  cell_type: v.string(),
  source: v.optional(v.union([v.string(), v.array(v.string())]), ''),
});
const notebookSchema = v.object({
  cells: v.array(v.unknown()),
  metadata: v.optional(v.unknown()),
});

export interface Notebook {
  readonly pieces: readonly SourcePiece[];
  /** Why the whole of it, or a cell, could not be read. */
  readonly problems: readonly string[];
}

/** Splits a notebook into its code cells. `cell` counts all cells, as the notebook's own view does. */
export function readNotebook(text: string): Notebook {
  const document = parseJson(text);
  const notebook = v.safeParse(notebookSchema, document);
  if (!notebook.success) return { pieces: [], problems: ['is not a notebook: no list of cells'] };
  const kernel = JSON.stringify(notebook.output.metadata ?? {});
  if (/"language":\s*"(?!python|ipython)\w/i.test(kernel)) {
    return { pieces: [], problems: ['is a notebook in another language than Python'] };
  }
  return readCells(notebook.output.cells);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON at all: the schema check that follows says so in words.
    return undefined;
  }
}

function readCells(cells: readonly unknown[]): Notebook {
  const pieces: SourcePiece[] = [];
  const problems: string[] = [];
  for (const [index, value] of cells.entries()) {
    const cell = v.safeParse(cellSchema, value);
    if (!cell.success) problems.push(`cell ${index + 1} is damaged`);
    else if (cell.output.cell_type === 'code')
      pieces.push({ text: cellText(cell.output.source), cell: index });
  }
  return { pieces: pieces.map(withoutMagics), problems };
}

function cellText(source: string | readonly string[]): string {
  return typeof source === 'string' ? source : source.join('');
}

/**
 * Takes IPython's own lines (`%time`, `!pip`, `name?`) out of a cell and keeps every line's number. A `%%` cell in
 * another language is emptied; `%%time` and its like leave the rest standing.
 */
export function withoutMagics(piece: SourcePiece): SourcePiece {
  const { text } = piece;
  const magic = /^\s*%%(\w+)/.exec(text)?.[1];
  if (magic !== undefined && !['time', 'timeit', 'capture', 'prun', 'memit'].includes(magic)) {
    return { ...piece, text: '' };
  }
  return { ...piece, text: text.replaceAll(/^([ \t]*)(?:[%!?].*|[\w.]+\?{1,2}[ \t]*)$/gm, '$1pass') };
}
