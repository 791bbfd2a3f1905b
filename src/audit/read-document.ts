import { findReferences } from '../find/find-references.ts';
import { mayLoadModels } from '../find/prefilter.ts';
import type { Assets } from '../model/outside.ts';
import type { ModelReference } from '../model/reference.ts';
import type { Comment } from '../model/syntax.ts';
import { parseCells, parseText } from '../parse/index.ts';
import type { SourceDocument } from './types.ts';

/** What reading one document gives, before any hub is asked. */
export interface ReadDocument {
  readonly references: readonly ModelReference[];
  readonly directives: readonly Comment[];
  readonly problems: readonly string[];
}

const nothing: ReadDocument = { references: [], directives: [], problems: [] };

/** Parses a document and finds its references. A text that cannot load a model is not parsed at all. */
export async function readDocument(document: SourceDocument, assets: Assets): Promise<ReadDocument> {
  const text = 'text' in document ? document.text : document.cells.join('\n');
  if (!mayLoadModels(text)) return nothing;
  const parsed =
    'text' in document ? parseText(document.file, document.text, assets) : parseCells(document.cells, assets);
  const { facts, problems } = await parsed;
  if (!facts) return { ...nothing, problems };
  return { references: findReferences(document.file, facts), directives: facts.directives, problems };
}
