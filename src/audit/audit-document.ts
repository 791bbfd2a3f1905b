import type { Lookup } from '../model/record.ts';
import type { ModelKey } from '../model/reference.ts';
import { checkReferences } from './check-references.ts';
import type { Knowledge } from './knowledge.ts';
import { readDocument } from './read-document.ts';
import { resolveReferences } from './resolve-references.ts';
import type { DocumentAudit, SourceDocument } from './types.ts';

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
