import type { ModelKey } from '../model/reference.ts';
import type { AuditReport, ReportedModel, Summary } from '../model/report.ts';
import type { Judgment } from '../model/verdict.ts';
import { sourceKind } from '../parse/index.ts';
import { checkReferences } from './check-references.ts';
import { judgmentsOf } from './judgments.ts';
import { type Checked, checkedOnce } from './kept-checks.ts';
import { keptReport } from './kept-report.ts';
import type { Knowledge } from './knowledge.ts';
import type { Listing } from './listing.ts';
import type { RepositoryIndex } from './repository-index.ts';
import { answersOf, type ResolvedReference, resolveReferences } from './resolve-references.ts';
import type { Progress, Session } from './types.ts';

type Options = Parameters<Session['auditRepository']>[0];

export async function auditRepository(
  index: RepositoryIndex,
  knowledge: Knowledge,
  options: Options,
): Promise<AuditReport> {
  const { paths = [], signal } = options;
  const mayRepeat = knowledge.environment.marks !== undefined && paths.length === 0;
  const listing = mayRepeat ? await index.list(signal) : undefined;
  const kept = listing && (await keptReport(knowledge, listing));
  const before = await kept?.recall();
  if (before) return before;
  const { report, isLasting } = await audit(index, knowledge, options, listing);
  if (isLasting) await kept?.keep(report);
  return report;
}

interface Audit {
  readonly report: AuditReport;
  /** False where a file failed for a reason that another time need not have. */
  readonly isLasting: boolean;
}

async function audit(
  index: RepositoryIndex,
  knowledge: Knowledge,
  options: Options,
  listing: Listing | undefined,
): Promise<Audit> {
  const report = (phase: Progress['phase'], done: number, total?: number): void =>
    options.onProgress?.({ phase, done, total });
  const { paths, signal } = options;
  const { files: asked, isLasting } = await index.scan({
    mayRecall: true,
    paths,
    listing,
    signal,
    onFile: (done, total) => report('reading', done, total),
  });
  const isAsked = (file: string): boolean => asked.has(file);
  const references = index.references().filter(({ range }) => isAsked(range.file));
  const resolved = await resolveReferences(references, knowledge, {
    mayAskNetwork: knowledge.network.duringAudit,
    isPatient: true,
    signal,
    onResolved: (done, total) => report('resolving', done, total),
  });
  signal?.throwIfAborted();
  const files = await projectsByFile(resolved, index, knowledge);
  const { environment, factsDate, licenses, projectSkipped, ruleInfos } = knowledge;
  const { findings, judgments } = await checkedOnce(environment, factsDate, files, () => ({
    findings: [...files.values()].flatMap(({ items, directives, project }) =>
      checkReferences(items, directives, project, knowledge),
    ),
    judgments: judgmentsOf(resolved, file => files.get(file)?.project ?? knowledge.project),
  }));
  const models = modelsOf(resolved, judgments);
  const { project, skipped: unread } = await licenses.whole();
  return {
    isLasting,
    report: {
      tool: { name: 'ptm-audit', version: environment.version },
      root: environment.root,
      project,
      references: resolved.map(({ reference, model }) => ({ reference, model })),
      models,
      findings,
      skipped: [...projectSkipped, ...unread, ...index.skipped(asked)],
      rules: ruleInfos,
      summary: summaryOf([...asked].filter(isSource).length, resolved, models, findings),
    },
  };
}

/** Files of settings are read where code asks for them: they do not count. */
function isSource(file: string): boolean {
  const kind = sourceKind(file);
  return kind !== 'data' && kind !== 'yaml';
}

async function projectsByFile(
  resolved: readonly ResolvedReference[],
  index: RepositoryIndex,
  { licenses }: Knowledge,
): Promise<ReadonlyMap<string, Checked>> {
  const files = byFile(resolved).map(async ([file, items]) => {
    const directives = index.directivesOf(file);
    const project = await licenses.projectOf(file, directives);
    return [file, { items, directives, project }] as const;
  });
  return new Map(await Promise.all(files));
}

function byFile(resolved: readonly ResolvedReference[]): [string, ResolvedReference[]][] {
  const files = new Map<string, ResolvedReference[]>();
  for (const item of resolved) {
    const { file } = item.reference.range;
    const known = files.get(file);
    if (known) known.push(item);
    else files.set(file, [item]);
  }
  return [...files];
}

function modelsOf(
  resolved: readonly ResolvedReference[],
  judgments: ReadonlyMap<ModelKey, Judgment>,
): readonly ReportedModel[] {
  return [...answersOf(resolved)]
    .map(([key, answer]) => ({ key, ...answer, judgment: judgments.get(key) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function summaryOf(
  files: number,
  resolved: readonly ResolvedReference[],
  models: readonly ReportedModel[],
  findings: AuditReport['findings'],
): Summary {
  const count = (severity: string): number =>
    findings.filter(finding => finding.severity === severity).length;
  const dates = models.flatMap(({ lookup }) =>
    lookup.state === 'found' && lookup.from !== 'table' ? lookup.at : [],
  );
  return {
    files,
    references: resolved.length,
    models: models.length,
    findings: { error: count('error'), warning: count('warning'), information: count('information') },
    unresolved: models.filter(({ lookup }) => lookup.state === 'unreachable').length,
    undecided: resolved.filter(({ reference }) => reference.id === undefined).length,
    oldestFact: dates.toSorted()[0],
  };
}
