import type { FileEntry } from '../model/outside.ts';
import type { ModelReference } from '../model/reference.ts';
import type { AuditReport, ReportedModel, Skipped, Summary } from '../model/report.ts';
import type { Comment } from '../model/syntax.ts';
import { sourceEndings } from '../parse/index.ts';
import { checkDirectives, checkReferences } from './check-references.ts';
import { decodeSource } from './decode-source.ts';
import type { Knowledge } from './knowledge.ts';
import { readDocument } from './read-document.ts';
import { lookupsOf, type ResolvedReference, resolveReferences } from './resolve-references.ts';
import type { Progress, Session } from './types.ts';

type Options = Parameters<Session['auditRepository']>[0];

interface Reading {
  files: number;
  readonly references: ModelReference[];
  readonly directives: Map<string, readonly Comment[]>;
  readonly skipped: Skipped[];
}

/** Files read at once: enough to hide the disk, few enough to bound memory. */
const readAhead = 8;

export async function auditRepository(knowledge: Knowledge, options: Options): Promise<AuditReport> {
  const report = (phase: Progress['phase'], done: number, total?: number): void =>
    options.onProgress?.({ phase, done, total });
  const reading = await readRepository(knowledge, options, done => report('reading', done));
  const resolved = await resolveReferences(reading.references, knowledge, {
    mayAskNetwork: knowledge.network.duringAudit,
    signal: options.signal,
    onResolved: (done, total) => report('resolving', done, total),
  });
  options.signal?.throwIfAborted();
  const findings = byFile(resolved).flatMap(([file, items]) =>
    checkReferences(items, reading.directives.get(file) ?? [], knowledge),
  );
  const models = modelsOf(resolved);
  const { environment, project, projectSkipped, ruleInfos } = knowledge;
  return {
    tool: { name: 'ptm-audit', version: environment.version },
    root: environment.root,
    project,
    references: resolved.map(({ reference, model }) => ({ reference, model })),
    models,
    findings,
    skipped: [...projectSkipped, ...reading.skipped],
    rules: ruleInfos,
    summary: summaryOf(reading.files, resolved, models, findings),
  };
}

async function readRepository(
  knowledge: Knowledge,
  { paths, signal }: Options,
  onFile: (done: number) => void,
): Promise<Reading> {
  const reading: Reading = { files: 0, references: [], directives: new Map(), skipped: [] };
  const { files } = knowledge.environment;
  const entries = files.walk({
    paths,
    ignore: knowledge.project.configuration.ignorePaths,
    endings: sourceEndings,
    onSkipped: (file, why) => reading.skipped.push({ file, why }),
    signal,
  });
  const pending: Promise<FileReading>[] = [];
  const settle = async (): Promise<void> => {
    const next = await pending.shift();
    if (next) collect(reading, next);
    onFile(reading.files);
  };
  for await (const entry of entries) {
    pending.push(readFile(entry, knowledge));
    if (pending.length >= readAhead) await settle();
    signal?.throwIfAborted();
  }
  while (pending.length > 0) await settle();
  return reading;
}

interface FileReading {
  readonly file: string;
  readonly references: readonly ModelReference[];
  readonly directives: readonly Comment[];
  readonly problems: readonly string[];
}

/** Reads one file; whatever is wrong with it is said of it and costs no other file anything. */
async function readFile({ path: file }: FileEntry, knowledge: Knowledge): Promise<FileReading> {
  const { files, assets, log } = knowledge.environment;
  try {
    const { text, problem } = decodeSource(await files.read(file));
    if (text === undefined) return { file, references: [], directives: [], problems: [problem] };
    const read = await readDocument({ file, text }, assets);
    return { file, ...read, problems: [...read.problems, ...checkDirectives(read.directives, knowledge)] };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    log.warn(`${file}: ${why}`);
    return { file, references: [], directives: [], problems: [why] };
  }
}

function collect(reading: Reading, { file, references, directives, problems }: FileReading): void {
  reading.files += 1;
  reading.references.push(...references);
  if (directives.length > 0) reading.directives.set(file, directives);
  for (const why of problems) reading.skipped.push({ file, why });
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

function modelsOf(resolved: readonly ResolvedReference[]): readonly ReportedModel[] {
  return [...lookupsOf(resolved)]
    .map(([key, lookup]) => ({ key, lookup }))
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
