import type { IsKnownId } from '../find/mentions.ts';
import { mayNameModels } from '../find/prefilter.ts';
import type { Assets } from '../model/outside.ts';
import type { SyntaxFacts } from '../model/syntax.ts';
import { parseCells, parseText } from '../parse/index.ts';
import type { SourceDocument } from './types.ts';

/** What reading one document gives, before anything is searched. */
export interface ParsedDocument {
  /** Undefined when the document can hold nothing of interest, or could not be read. */
  readonly facts: SyntaxFacts | undefined;
  readonly problems: readonly string[];
}

/** Parses a document. A text that neither loads nor names a model is not parsed at all, unless `isNeeded`. */
export async function parseDocument(
  document: SourceDocument,
  assets: Assets,
  isKnownId: IsKnownId,
  isNeeded = false,
): Promise<ParsedDocument> {
  const text = 'text' in document ? document.text : document.cells.join('\n');
  if (!isNeeded && !mayNameModels(text, isKnownId)) return { facts: undefined, problems: [] };
  return 'text' in document
    ? await parseText(document.file, document.text, assets)
    : await parseCells(document.cells, assets);
}
