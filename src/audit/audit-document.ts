import ignore from 'ignore';
import { checkDirectives, checkReferences } from './check-references.ts';
import { judgmentsOf } from './judgments.ts';
import type { Knowledge } from './knowledge.ts';
import type { RepositoryIndex } from './repository-index.ts';
import { answersOf, resolveReferences } from './resolve-references.ts';
import type { DocumentAudit, SourceDocument } from './types.ts';

const nothing = {
  references: [],
  models: new Map(),
  judgments: new Map(),
  findings: [],
  skipped: [],
  affected: [],
};

export async function auditDocument(
  document: SourceDocument,
  index: RepositoryIndex,
  knowledge: Knowledge,
  { live, signal }: { live: boolean; signal?: AbortSignal },
): Promise<DocumentAudit> {
  const { file } = document;
  if (isIgnored(file, knowledge)) return { ...nothing, project: knowledge.project };
  const affected = await index.update(document, signal);
  const mayAskNetwork = live && knowledge.network.whileEditing;
  const options = { mayAskNetwork, signal, isInteractive: true, isTyped: true };
  const resolved = await resolveReferences(index.referencesIn(file), knowledge, options);
  const directives = index.directivesOf(file);
  const project = await knowledge.licenses.projectOf(file, directives);
  const problems = [...index.problemsOf(file), ...checkDirectives(directives, knowledge)];
  return {
    references: resolved.map(({ reference, model }) => ({ reference, model })),
    models: answersOf(resolved),
    judgments: judgmentsOf(resolved, () => project),
    project,
    findings: checkReferences(resolved, directives, project, knowledge),
    affected,
    skipped: problems.map(why => ({ file, why })),
  };
}

/** A path the configuration leaves out of an audit is left out where it is open, too. */
function isIgnored(file: string, { project }: Knowledge): boolean {
  const patterns = ignore({ allowRelativePaths: true }).add([...project.configuration.ignorePaths]);
  return patterns.ignores(file);
}
