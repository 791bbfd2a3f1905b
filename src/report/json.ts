import type { Ancestor, Dataset } from '../model/background.ts';
import type { Finding } from '../model/finding.ts';
import type { PublisherLookup } from '../model/publisher.ts';
import type { EvaluationResult, Lookup } from '../model/record.ts';
import { modelKey } from '../model/reference.ts';
import type { AuditReport, ReportedModel, ReportedReference } from '../model/report.ts';
import type { ScanLookup } from '../model/security-scan.ts';
import type { SourceRange } from '../model/source.ts';
import type { BoundStatement } from '../model/verdict.ts';

/** The stable machine format, schema version 1: one line per entry. Absent values are null. */
export function* writeJson(report: AuditReport): Generator<string> {
  yield '{\n  "schemaVersion": 1';
  yield member('tool', report.tool);
  yield member('root', report.root);
  yield member('project', {
    license: report.project.license?.expression,
    licenseFile: report.project.license?.source?.file,
    use: report.project.use,
    packages: report.project.packages.map(({ folder, license }) => ({
      folder,
      license: license.expression,
      licenseFile: license.source?.file,
    })),
    notes: report.project.notes.map(({ message, source }) => ({ message, ...located(source) })),
  });
  yield* list('references', report.references, referenceEntry);
  yield* list('models', report.models, modelEntry);
  yield* list('findings', report.findings, findingEntry);
  yield* list('skipped', report.skipped, entry => entry);
  yield member('summary', {
    files: report.summary.files,
    references: report.summary.references,
    models: report.summary.models,
    findings: report.summary.findings,
    undecided: report.summary.undecided,
    unresolved: report.summary.unresolved,
    oldestFact: report.summary.oldestFact,
  });
  yield '\n}\n';
}

function member(name: string, value: object | string): string {
  return `,\n  "${name}": ${encode(value)}`;
}

function* list<T>(name: string, items: readonly T[], entryOf: (item: T) => object): Generator<string> {
  yield `,\n  "${name}": [`;
  let separator = '\n    ';
  for (const item of items) {
    yield separator + encode(entryOf(item));
    separator = ',\n    ';
  }
  yield items.length > 0 ? '\n  ]' : ']';
}

/** A key without a value says null, so that every entry of a list has the same keys. */
function encode(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (inner === undefined ? null : inner));
}

function referenceEntry({ reference, model }: ReportedReference): object {
  return {
    id: reference.id,
    hub: reference.hub,
    evidence: reference.evidence,
    loader: reference.loader,
    context: reference.context,
    revision: reference.revision.kind === 'given' ? reference.revision.value : undefined,
    ...located(reference.range),
    trail: reference.trail.map(located),
    model,
  };
}

function modelEntry({ key, lookup, background, publisher, scan, judgment }: ReportedModel): object {
  const record = lookup.state === 'found' ? lookup.record : undefined;
  return {
    key,
    lookup: lookup.state,
    ...lookupDetails(lookup),
    hub: record?.hub,
    id: record?.id,
    verdict: judgment && verdictEntry(judgment.verdict),
    license: record?.license?.id,
    licenseName: record?.license?.name,
    licenseLink: record?.license?.link,
    licenseSource: record?.license?.source,
    baseModels: record?.baseModels?.map(base => ({ id: base.id, relation: base.relation })),
    datasets: record?.datasets,
    languages: record?.languages,
    task: record?.task,
    library: record?.library,
    parameters: record?.parameters,
    architecture: record?.architecture,
    downloads: record?.downloads,
    likes: record?.likes,
    createdAt: record?.createdAt,
    lastModified: record?.lastModified,
    sha: record?.sha,
    gated: record?.gated,
    weightFormats: record?.weightFormats,
    hasCustomCode: record?.hasCustomCode,
    card: record?.card,
    evaluations: record?.evaluations?.map(evaluationEntry),
    newVersion: record?.newVersion,
    url: record?.url,
    publisher: publisher && publisherEntry(publisher),
    scan: scan && scanEntry(scan),
    background: {
      ancestors: background.ancestors.map(ancestorEntry),
      datasets: background.datasets.map(datasetEntry),
      cut: background.cut,
    },
  };
}

function evaluationEntry(result: EvaluationResult): object {
  const { task, dataset, metric, value, isVerified, isClaimOfOthers } = result;
  return { task, dataset, metric, value, isVerified, isClaimOfOthers };
}

function ancestorEntry({ id, of, relation, depth, lookup }: Ancestor): object {
  const record = lookup.state === 'found' ? lookup.record : undefined;
  return {
    id,
    of,
    relation,
    depth,
    lookup: lookup.state,
    ...lookupDetails(lookup),
    model: record && modelKey(record.hub, record.id),
    license: record?.license?.id,
    licenseName: record?.license?.name,
    licenseLink: record?.license?.link,
    url: record?.url,
  };
}

function datasetEntry({ id, lookup }: Dataset): object {
  const found = lookup.state === 'found' ? lookup : undefined;
  return {
    id,
    lookup: lookup.state,
    from: found?.from,
    at: found?.at,
    why: lookup.state === 'unreachable' ? lookup.why : undefined,
    today: found?.record.id,
    license: found?.record.license?.id,
    licenseName: found?.record.license?.name,
    licenseLink: found?.record.license?.link,
    gated: found?.record.gated,
    url: found?.record.url,
  };
}

function publisherEntry(lookup: PublisherLookup): object {
  const { record, from, at } = lookup.state === 'found' ? lookup : unread;
  return {
    lookup: lookup.state,
    from,
    at,
    why: lookup.state === 'unreachable' ? lookup.why : undefined,
    name: record?.name,
    kind: record?.kind,
    fullName: record?.fullName,
    isVerified: record?.isVerified,
    followers: record?.followers,
    models: record?.models,
    since: record?.since,
    url: record?.url,
  };
}

function scanEntry(lookup: ScanLookup): object {
  const { record, from, at } = lookup.state === 'found' ? lookup : unread;
  return {
    lookup: lookup.state,
    from,
    at,
    why: lookup.state === 'unreachable' ? lookup.why : undefined,
    isDone: record?.isDone,
    files: record?.files.map(({ path, level, size, imports }) => ({ path, level, size, imports })),
  };
}

const unread = { record: undefined, from: undefined, at: undefined };

function verdictEntry({
  kind,
  certainty,
  condition,
  license,
  reason,
  circumstance,
  at,
  chain,
}: BoundStatement): object {
  return { kind, certainty, condition, license, reason, circumstance, at, chain };
}

function lookupDetails(lookup: Lookup): object {
  return {
    from: 'from' in lookup ? lookup.from : undefined,
    at: 'at' in lookup ? lookup.at : undefined,
    why: 'why' in lookup ? lookup.why : undefined,
    movedFrom: lookup.state === 'found' ? lookup.movedFrom : undefined,
    mayBePrivate: lookup.state === 'missing' ? lookup.mayBePrivate : undefined,
  };
}

function findingEntry(finding: Finding): object {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    ...located(finding.range),
    model: finding.model,
    related: finding.related.map(related => ({ message: related.message, ...located(related.range) })),
    docs: finding.docs,
  };
}

function located(range: SourceRange): object {
  const { start, end } = range;
  return {
    file: range.file,
    cell: range.cell,
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
  };
}
