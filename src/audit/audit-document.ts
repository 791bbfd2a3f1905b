import { checkDirectives, checkReferences } from './check-references.ts';
import type { Knowledge } from './knowledge.ts';
import type { RepositoryIndex } from './repository-index.ts';
import { lookupsOf, resolveReferences } from './resolve-references.ts';
import type { DocumentAudit, SourceDocument } from './types.ts';

export async function auditDocument(
  document: SourceDocument,
  index: RepositoryIndex,
  knowledge: Knowledge,
  { live, signal }: { live: boolean; signal?: AbortSignal },
): Promise<DocumentAudit> {
  const { file } = document;
  await index.update(document, signal);
  const mayAskNetwork = live && knowledge.network.whileEditing;
  const resolved = await resolveReferences(index.referencesIn(file), knowledge, { mayAskNetwork, signal });
  const directives = index.directivesOf(file);
  const problems = [...index.problemsOf(file), ...checkDirectives(directives, knowledge)];
  return {
    references: resolved.map(({ reference, model }) => ({ reference, model })),
    lookups: lookupsOf(resolved),
    findings: checkReferences(resolved, directives, knowledge),
    skipped: problems.map(why => ({ file, why })),
  };
}
