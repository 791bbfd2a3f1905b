import * as v from 'valibot';
import { withLineFeeds } from './line-feeds.ts';
import { withoutMagics } from './notebook-lines.ts';
import type { SourcePiece } from './python.ts';

const cellSchema = v.object({
  cell_type: v.string(),
  source: v.optional(v.union([v.string(), v.array(v.string())]), ''),
});
const notebookSchema = v.object({
  cells: v.array(v.unknown()),
  metadata: v.optional(v.unknown()),
});
const kernelSchema = v.object({ kernelspec: v.object({ language: v.string() }) });

export interface Notebook {
  readonly pieces: readonly SourcePiece[];
  /** The code cells as they are written, the lines of IPython included. */
  readonly cells: readonly SourcePiece[];
  /** Why the whole of it, or a cell, could not be read. */
  readonly problems: readonly string[];
}

/** Splits a notebook into its code cells. `cell` counts all cells, as the notebook's own view does. */
export function readNotebook(text: string): Notebook {
  const document = parseJson(text);
  const notebook = v.safeParse(notebookSchema, document);
  if (!notebook.success) return { pieces: [], cells: [], problems: ['is not a notebook: no list of cells'] };
  const kernel = v.safeParse(kernelSchema, notebook.output.metadata);
  if (kernel.success && /^(?!python|ipython)\w/i.test(kernel.output.kernelspec.language)) {
    return { pieces: [], cells: [], problems: ['is a notebook in another language than Python'] };
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

function readCells(values: readonly unknown[]): Notebook {
  const cells: SourcePiece[] = [];
  const problems: string[] = [];
  for (const [index, value] of values.entries()) {
    const cell = v.safeParse(cellSchema, value);
    if (!cell.success) problems.push(`cell ${index + 1} is damaged`);
    else if (cell.output.cell_type === 'code')
      cells.push({ text: cellText(cell.output.source), cell: index });
  }
  return { pieces: cells.map(withoutMagics), cells, problems };
}

function cellText(source: string | readonly string[]): string {
  return withLineFeeds(typeof source === 'string' ? source : source.join(''));
}
