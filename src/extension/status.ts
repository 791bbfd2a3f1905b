import * as vscode from 'vscode';
import type { Status, StatusState } from '../server/protocol.ts';
import { statusIcon, statusLabel } from './status-words.ts';

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
    const words = statusLabel(status);
    item.text = `${statusIcon(status)} ${words}`;
    item.accessibilityInformation = { label: `PTM Audit: ${words}`, role: 'button' };
    item.tooltip = tooltipOf(status);
    item.command = status.state === 'error' ? 'ptmAudit.showOutput' : 'ptmAudit.auditRepository';
    item.show();
  };
  show({ state: 'checking', findings: 0 });
  return { show, dispose: () => item.dispose() };
}

function tooltipOf({ state, message, oldestFact }: Status): string {
  const facts = oldestFact ? `The oldest fact shown is from ${new Date(oldestFact).toLocaleString()}.` : '';
  const next = state === 'error' ? 'Choose to see the output.' : 'Choose to audit this repository.';
  return ['PTM Audit', hints[state], message ?? '', facts, next].filter(part => part !== '').join('\n');
}
