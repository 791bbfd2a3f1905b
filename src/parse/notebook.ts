import * as v from 'valibot';
import { withLineFeeds } from './line-feeds.ts';
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
  /** The code cells as they are written, the lines of IPython included. */
  readonly cells: readonly SourcePiece[];
  /** What it is written in, where that is not Python. */
  readonly otherLanguage?: string;
  /** Which cells could not be read, and why. */
  readonly problems: readonly string[];
}

/** The code cells of a notebook; undefined for what is none. `cell` counts all cells, as the notebook's own view does. */
export function readNotebook(text: string): Notebook | undefined {
  const document = parseJson(text);
  const notebook = v.safeParse(notebookSchema, document);
  if (!notebook.success) return undefined;
  const kernel = v.safeParse(kernelSchema, notebook.output.metadata);
  const language = kernel.success ? kernel.output.kernelspec.language : '';
  return {
    ...readCells(notebook.output.cells),
    ...(/^(?!python|ipython)\w/i.test(language) && { otherLanguage: language }),
  };
}

/** A notebook as an editor holds it: the text of its cells, each known by its index. */
export function notebookOf(cells: readonly string[]): Notebook {
  return { cells: cells.map((text, cell) => ({ text: withLineFeeds(text), cell })), problems: [] };
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
  return { cells, problems };
}

function cellText(source: string | readonly string[]): string {
  return withLineFeeds(typeof source === 'string' ? source : source.join(''));
}
