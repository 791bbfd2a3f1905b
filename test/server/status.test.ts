import assert from 'node:assert/strict';
import { statusIcon, statusLabel } from '../../src/extension/status-words.ts';
import type { Severity } from '../../src/model/finding.ts';
import type { AuditedSource } from '../../src/server/auditor.ts';
import { statusOf } from '../../src/server/status.ts';
import { finding } from '../report/sample-report.ts';
import { projectOf } from '../rules/support.ts';

function shown(...severities: readonly Severity[]): string {
  const findings = severities.map(severity => ({ ...finding('a.py', 0), severity }));
  const audited: AuditedSource = {
    root: '/',
    file: 'a.py',
    source: { uri: 'file:///a.py', isNotebook: false, parts: [] },
    versions: '',
    audit: {
      references: [],
      models: new Map(),
      judgments: new Map(),
      project: projectOf({ title: '', code: '' }),
      findings,
      skipped: [],
      affected: [],
    },
    endpoint: '',
    mayAskNetwork: false,
    isFinal: true,
  };
  const status = statusOf({ audited: [audited], failure: undefined, isBusy: false });
  return `${statusIcon(status)} ${statusLabel(status)}`;
}

describe('status item', () => {
  it('warns of what is worse than a note, and of nothing else', () => {
    assert.equal(shown(), '$(pass) Models: clean');
    assert.equal(shown('information', 'information'), '$(info) Models: 2 notes');
    assert.equal(shown('information', 'warning'), '$(warning) Models: 2 findings');
    assert.equal(shown('error'), '$(warning) Models: 1 finding');
  });
});
