import type { Auditor } from './auditor.ts';
import type { Status } from './protocol.ts';

/** What all open documents together come to. */
export function statusOf(auditor: Auditor): Status {
  const audits = auditor.audited.map(({ audit }) => audit);
  const lookups = audits.flatMap(audit => [...audit.lookups.values()]);
  const unreachable = lookups.find(lookup => lookup.state === 'unreachable');
  const findings = audits.reduce((sum, audit) => sum + audit.findings.length, 0);
  const oldestFact = lookups
    .flatMap(lookup => ('at' in lookup ? [lookup.at] : []))
    .reduce<string | undefined>(
      (oldest, at) => (oldest === undefined || at < oldest ? at : oldest),
      undefined,
    );
  const facts = { findings, oldestFact };
  if (auditor.failure !== undefined) return { state: 'error', message: auditor.failure, ...facts };
  if (auditor.isBusy) return { state: 'checking', ...facts };
  if (unreachable && auditor.audited.some(audited => audited.mayAskNetwork)) {
    return { state: 'offline', message: unreachable.why, ...facts };
  }
  return { state: findings > 0 ? 'findings' : 'clean', ...facts };
}
