import * as vscode from 'vscode';
import type { Status, StatusState } from '../server/protocol.ts';

const icons: Readonly<Record<StatusState, string>> = {
  checking: '$(sync~spin)',
  clean: '$(pass)',
  findings: '$(warning)',
  offline: '$(debug-disconnect)',
  error: '$(error)',
};

const hints: Readonly<Record<StatusState, string>> = {
  checking: 'Checking the models in open files.',
  clean: 'Nothing to say about the models in open files.',
  findings: 'There is something to know about models in open files.',
  offline: 'The hub does not answer. What is shown comes from the cache and the built-in snapshot.',
  error: 'Something went wrong. The output says what.',
};

export interface StatusItem extends vscode.Disposable {
  show(status: Status): void;
}

/** The entry in the status bar. Choosing it audits the repository, or shows the output after an error. */
export function createStatusItem(): StatusItem {
  const item = vscode.window.createStatusBarItem('ptmAudit.status', vscode.StatusBarAlignment.Right, 50);
  item.name = 'PTM Audit';
  const show = (status: Status) => {
    const words = labelOf(status);
    item.text = `${icons[status.state]} ${words}`;
    item.accessibilityInformation = { label: `PTM Audit: ${words}`, role: 'button' };
    item.tooltip = tooltipOf(status);
    item.command = status.state === 'error' ? 'ptmAudit.showOutput' : 'ptmAudit.auditRepository';
    item.show();
  };
  show({ state: 'checking', findings: 0 });
  return { show, dispose: () => item.dispose() };
}

function labelOf({ state, findings }: Status): string {
  const models = findings === 1 ? '1 finding' : `${findings} findings`;
  switch (state) {
    case 'checking':
      return 'Models: checking';
    case 'clean':
      return 'Models: clean';
    case 'findings':
      return `Models: ${models}`;
    case 'offline':
      return findings > 0 ? `Models: offline, ${models}` : 'Models: offline';
    case 'error':
      return 'Models: error';
  }
}

function tooltipOf({ state, message, oldestFact }: Status): string {
  const facts = oldestFact ? `The oldest fact shown is from ${new Date(oldestFact).toLocaleString()}.` : '';
  const next = state === 'error' ? 'Choose to see the output.' : 'Choose to audit this repository.';
  return ['PTM Audit', hints[state], message ?? '', facts, next].filter(part => part !== '').join('\n');
}
