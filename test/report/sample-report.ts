import { emptyRecord } from '../../src/hub/empty-record.ts';
import { unknownBackground } from '../../src/model/background.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { ModelKey, ModelReference } from '../../src/model/reference.ts';
import type { AuditReport } from '../../src/model/report.ts';
import type { SourceRange } from '../../src/model/source.ts';

/** What nobody could be asked about. */
export const unknownAround = { background: unknownBackground, publisher: undefined, scan: undefined };

const key: ModelKey = 'huggingface:org/model';

export function at(file: string, line: number, cell?: number): SourceRange {
  const span = { file, start: { line, character: 4 }, end: { line, character: 9 } };
  return cell === undefined ? span : { ...span, cell };
}

export function finding(file: string, line: number, message = 'It conflicts.'): Finding {
  const range = at(file, line);
  return {
    rule: 'license-conflict',
    severity: 'error',
    message,
    range,
    model: key,
    related: [],
    fixes: [],
    docs: '',
  };
}

const reference: ModelReference = {
  hub: 'huggingface',
  id: 'org/model',
  target: 'org/model',
  revision: { kind: 'none' },
  evidence: 'loaded',
  loader: 'transformers.from_pretrained',
  range: at('a.ipynb', 3, 1),
  call: at('a.ipynb', 3, 1),
  trail: [at('settings.py', 0)],
  context: 'code',
  options: {},
  isTentative: false,
  weights: 'pytorch',
};

/** A small audit with one model found and one that nobody could be asked about. */
export function sampleReport(changes: Partial<AuditReport> = {}): AuditReport {
  return {
    tool: { name: 'ptm-audit', version: '0.0.0' },
    root: '/project',
    project: {
      license: { expression: 'MIT', source: at('LICENSE', 0) },
      notes: [],
      packages: [],
      notice: undefined,
      use: ['distributed'],
      configuration: {
        license: undefined,
        use: [],
        rules: {},
        allowLicenses: [],
        denyLicenses: [],
        ignorePaths: [],
        ignoreModels: [],
        privateModels: [],
        endpoint: 'https://huggingface.co',
        network: 'never',
      },
    },
    references: [{ reference, model: key }],
    models: [
      {
        key,
        background: { ...unknownBackground, cut: undefined },
        publisher: undefined,
        scan: undefined,
        lookup: {
          state: 'found',
          from: 'snapshot',
          at: '2025-01-26T00:00:00Z',
          movedFrom: undefined,
          record: {
            ...emptyRecord('huggingface', 'org/model', 'https://huggingface.co/org/model'),
            license: { id: 'apache-2.0', name: undefined, link: undefined, source: 'hub' },
            baseModels: [{ id: 'org/base', relation: 'finetune' }],
            parameters: 110_000_000,
            downloads: 1_234_567,
          },
        },
      },
      {
        key: 'huggingface:org/other',
        ...unknownAround,
        lookup: { state: 'unreachable', why: 'offline' },
      },
    ],
    findings: [finding('src/app.py', 2)],
    skipped: [{ file: 'bad.py', why: 'cannot be read: permission denied' }],
    rules: [
      {
        id: 'license-conflict',
        severity: 'error',
        summary: 'Licenses conflict',
        docs: 'https://example.org/rule',
      },
    ],
    summary: {
      files: 2,
      references: 1,
      models: 2,
      findings: { error: 1, warning: 0, information: 0 },
      undecided: 0,
      unresolved: 1,
      oldestFact: '2025-01-26T00:00:00Z',
    },
    ...changes,
  };
}
