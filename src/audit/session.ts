import { createResolver } from '../hub/resolver.ts';
import { defaultEndpoint } from '../model/project.ts';
import type { SourceRange } from '../model/source.ts';
import { PackageLicenses } from '../project/package-licenses.ts';
import { type Origin, readConfiguration } from '../project/read-configuration.ts';
import { readProject } from '../project/read-project.ts';
import { rules } from '../rules/registry.generated.ts';
import { ruleInfo } from '../rules/rule.ts';
import { auditDocument } from './audit-document.ts';
import { auditRepository } from './audit-repository.ts';
import { explainModel } from './explain.ts';
import type { Knowledge } from './knowledge.ts';
import { matcherOf } from './model-patterns.ts';
import { networkGate } from './network-gate.ts';
import { RepositoryIndex } from './repository-index.ts';
import { shippedFacts } from './shipped-facts.ts';
import type { Environment, Session } from './types.ts';
import { Witness } from './witness.ts';

/** Reads configuration, project and embedded facts once; then answers for documents and for the whole repository. */
export async function createSession(environment: Environment): Promise<Session> {
  const ruleInfos = rules.map(ruleInfo);
  const witness = new Witness(environment);
  const { files, cache } = witness;
  const { configuration, problems, origins } = await readConfiguration({
    ...environment,
    files,
    rules: ruleInfos,
    defaultEndpoint,
  });
  const [{ project, skipped }, { snapshot, known }] = await Promise.all([
    readProject(files, configuration, sourceOf(origins.license)),
    shippedFacts(environment.assets),
  ]);
  const licenses = new PackageLicenses(files, project);
  const resolver = createResolver({
    ...environment,
    cache,
    snapshot,
    endpoint: configuration.endpoint,
    endpointProblem: endpointProblemOf(environment, origins.endpoint),
    isPrivate: matcherOf(configuration.privateModels),
  });
  const knowledge: Knowledge = {
    environment,
    witness,
    project,
    licenses,
    projectSkipped: skipped,
    resolver,
    known,
    factsDate: snapshot.date,
    isKnownId: id => snapshot.has(id),
    knownIds: () => snapshot.ids(),
    rules,
    ruleInfos,
    network: networkGate(configuration.network),
  };
  const index = new RepositoryIndex(knowledge);
  return {
    configuration,
    configurationProblems: problems,
    readsLicenseIn: folder => folder === '' || licenses.reads(folder),
    auditDocument: (document, options) => auditDocument(document, index, knowledge, options),
    readRepository: async options => (await index.scan(options)).changed,
    refresh: files => index.refresh(files),
    explain: (id, signal) => explainModel(id, knowledge, signal),
    auditRepository: options => auditRepository(index, knowledge, options),
  };
}

/** An address that cannot be used stands where it was set: what is weaker, the public hub at last, does not take its place. */
function endpointProblemOf({ endpointProblems }: Environment, { kind }: Origin): string | undefined {
  return endpointProblems?.override ?? (kind === 'default' ? endpointProblems?.preference : undefined);
}

function sourceOf(origin: Origin): SourceRange | undefined {
  return origin.kind === 'file' ? origin.range : undefined;
}
