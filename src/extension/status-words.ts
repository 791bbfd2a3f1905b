import type { Status, StatusState } from '../server/protocol.ts';

const icons: Readonly<Record<StatusState, string>> = {
  checking: '$(sync~spin)',
  clean: '$(pass)',
  findings: '$(warning)',
  offline: '$(debug-disconnect)',
  error: '$(error)',
};

/** Notes are worth knowing and nothing to be warned of. */
export function statusIcon({ state, hasOnlyNotes }: Status): string {
  return state === 'findings' && hasOnlyNotes === true ? '$(info)' : icons[state];
}

export function statusLabel({ state, findings, hasOnlyNotes }: Status): string {
  const word = hasOnlyNotes === true ? 'note' : 'finding';
  const models = findings === 1 ? `1 ${word}` : `${findings} ${word}s`;
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
