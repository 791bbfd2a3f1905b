import { findReferences } from '../find/find-references.ts';
import { mayLoadModels } from '../find/prefilter.ts';
import type { Assets } from '../model/outside.ts';
import type { Lookup } from '../model/record.ts';
import type { ModelKey, ModelReference } from '../model/reference.ts';
import type { Comment } from '../model/syntax.ts';
import { parseCells, parseText } from '../parse/index.ts';
import { checkReferences } from './check-references.ts';
import type { Knowledge } from './knowledge.ts';
import { resolveReferences } from './resolve-references.ts';
import type { DocumentAudit, SourceDocument } from './types.ts';

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

export async function auditDocument(
  document: SourceDocument,
  knowledge: Knowledge,
  { live, signal }: { live: boolean; signal?: AbortSignal },
): Promise<DocumentAudit> {
  const { references, directives, problems } = await readDocument(document, knowledge.environment.assets);
  const mayAskNetwork = live && knowledge.network.whileEditing;
  const resolved = await resolveReferences(references, knowledge, { mayAskNetwork, signal });
  const lookups = new Map<ModelKey, Lookup>();
  for (const { model, lookup } of resolved) if (model && lookup) lookups.set(model, lookup);
  return {
    references: resolved.map(({ reference, model }) => ({ reference, model })),
    lookups,
    findings: checkReferences(resolved, directives, knowledge),
    skipped: problems.map(why => ({ file: document.file, why })),
  };
}
