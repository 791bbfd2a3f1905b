import ignore from 'ignore';
import { checkReferences } from './check-references.ts';
import type { Knowledge } from './knowledge.ts';
import { readDocument } from './read-document.ts';
import { lookupsOf, resolveReferences } from './resolve-references.ts';
import type { DocumentAudit, SourceDocument } from './types.ts';

const nothing: DocumentAudit = { references: [], lookups: new Map(), findings: [], skipped: [] };

export async function auditDocument(
  document: SourceDocument,
  knowledge: Knowledge,
  { live, signal }: { live: boolean; signal?: AbortSignal },
): Promise<DocumentAudit> {
  if (isIgnored(document.file, knowledge)) return nothing;
  const { references, directives, problems } = await readDocument(document, knowledge.environment.assets);
  const mayAskNetwork = live && knowledge.network.whileEditing;
  const resolved = await resolveReferences(references, knowledge, { mayAskNetwork, signal });
  return {
    references: resolved.map(({ reference, model }) => ({ reference, model })),
    lookups: lookupsOf(resolved),
    findings: checkReferences(resolved, directives, knowledge),
    skipped: problems.map(why => ({ file: document.file, why })),
  };
}

/** A path the configuration leaves out of an audit is left out where it is open, too. */
function isIgnored(file: string, { project }: Knowledge): boolean {
  const patterns = ignore({ allowRelativePaths: true }).add([...project.configuration.ignorePaths]);
  return patterns.ignores(file);
}
