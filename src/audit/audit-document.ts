import { checkDirectives, checkReferences } from './check-references.ts';
import type { Knowledge } from './knowledge.ts';
import { readDocument } from './read-document.ts';
import { lookupsOf, resolveReferences } from './resolve-references.ts';
import type { DocumentAudit, SourceDocument } from './types.ts';

export async function auditDocument(
  document: SourceDocument,
  knowledge: Knowledge,
  { live, signal }: { live: boolean; signal?: AbortSignal },
): Promise<DocumentAudit> {
  const { references, directives, problems } = await readDocument(document, knowledge.environment.assets);
  const mayAskNetwork = live && knowledge.network.whileEditing;
  const resolved = await resolveReferences(references, knowledge, { mayAskNetwork, signal });
  return {
    references: resolved.map(({ reference, model }) => ({ reference, model })),
    lookups: lookupsOf(resolved),
    findings: checkReferences(resolved, directives, knowledge),
    skipped: [...problems, ...checkDirectives(directives, knowledge)].map(why => ({
      file: document.file,
      why,
    })),
  };
}
