import type { Assets } from '../model/outside.ts';
import type { SyntaxFacts } from '../model/syntax.ts';
import { parseEcmascript } from './ecmascript.ts';
import { readNotebook } from './notebook.ts';
import { withoutMagics } from './notebook-lines.ts';
import { parsePython } from './python.ts';

export type SourceKind = 'python' | 'ecmascript' | 'notebook';

const kinds: Readonly<Record<string, SourceKind>> = {
  '.py': 'python',
  '.pyi': 'python',
  '.pyw': 'python',
  '.ipynb': 'notebook',
  '.js': 'ecmascript',
  '.jsx': 'ecmascript',
  '.mjs': 'ecmascript',
  '.cjs': 'ecmascript',
  '.ts': 'ecmascript',
  '.tsx': 'ecmascript',
  '.mts': 'ecmascript',
  '.cts': 'ecmascript',
};

/** The file endings that are read, with their dot. */
export const sourceEndings: readonly string[] = Object.keys(kinds);

export function sourceKind(file: string): SourceKind | undefined {
  return kinds[file.slice(file.lastIndexOf('.')).toLowerCase()];
}

/** Syntax facts of a file, and what of it could not be read, in words. */
export interface ParsedFile {
  readonly facts: SyntaxFacts | undefined;
  readonly problems: readonly string[];
}

export async function parseText(file: string, text: string, assets: Assets): Promise<ParsedFile> {
  switch (sourceKind(file)) {
    case 'python':
      return described(await parsePython([{ text }], assets));
    case 'ecmascript':
      return described(await parseEcmascript(file, text));
    case 'notebook': {
      const { pieces, problems } = readNotebook(text);
      const parsed = described(await parsePython(pieces, assets));
      return { facts: parsed.facts, problems: [...problems, ...parsed.problems] };
    }
    case undefined:
      return { facts: undefined, problems: [] };
  }
}

/** A notebook as an editor holds it: the text of its code cells, each known by its index. */
export async function parseCells(cells: readonly string[], assets: Assets): Promise<ParsedFile> {
  const pieces = cells.map((text, cell) => withoutMagics({ text, cell }));
  return described(await parsePython(pieces, assets));
}

function described(facts: SyntaxFacts): ParsedFile {
  const problems = facts.problems.map(({ message, span }) => {
    const cell = span.cell === undefined ? '' : `cell ${span.cell + 1}, `;
    return `${message} (${cell}line ${span.start.line + 1})`;
  });
  return { facts, problems };
}
