import { findReferences } from '../find/find-references.ts';
import { mayLoadModels } from '../find/prefilter.ts';
import type { Assets } from '../model/outside.ts';
import type { ModelReference } from '../model/reference.ts';
import type { Comment } from '../model/syntax.ts';
import { parseCells, parseText, sourceKind } from '../parse/index.ts';
import { readNotebook } from '../parse/notebook.ts';
import type { SourceDocument } from './types.ts';

/** What reading one document gives, before any hub is asked. */
export interface ReadDocument {
  readonly references: readonly ModelReference[];
  readonly directives: readonly Comment[];
  readonly problems: readonly string[];
}

const nothing: ReadDocument = { references: [], directives: [], problems: [] };

/** A notebook that is none says nothing of what it would load; the price of looking is paid only where no parser does. */
function unreadable(document: SourceDocument): readonly string[] {
  const isNotebook = 'text' in document && sourceKind(document.file) === 'notebook';
  return isNotebook ? notebookProblems(document.text) : [];
}

function notebookProblems(text: string): readonly string[] {
  try {
    if (Array.isArray((JSON.parse(text) as { cells?: unknown } | null)?.cells)) return [];
  } catch {
    // Not JSON at all: what reads notebooks has the words for it.
  }
  return readNotebook(text).problems;
}

/** Parses a document and finds its references. A text that cannot load a model is not parsed at all. */
export async function readDocument(document: SourceDocument, assets: Assets): Promise<ReadDocument> {
  const text = 'text' in document ? document.text : document.cells.join('\n');
  if (!mayLoadModels(text)) return { ...nothing, problems: unreadable(document) };
  const parsed =
    'text' in document ? parseText(document.file, document.text, assets) : parseCells(document.cells, assets);
  const { facts, problems } = await parsed;
  if (!facts) return { ...nothing, problems };
  return { references: findReferences(document.file, facts), directives: facts.directives, problems };
}
