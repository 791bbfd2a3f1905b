import type { Auditor } from './auditor.ts';
import type { Status } from './protocol.ts';

/** What all open documents together come to. */
export function statusOf(auditor: Pick<Auditor, 'audited' | 'failure' | 'isBusy'>): Status {
  const audits = auditor.audited.map(({ audit }) => audit);
  const lookups = audits.flatMap(audit => [...audit.models.values()].map(({ lookup }) => lookup));
  const unreachable = lookups.find(lookup => lookup.state === 'unreachable');
  const all = audits.flatMap(audit => audit.findings);
  const findings = all.length;
  const hasOnlyNotes = findings > 0 && all.every(({ severity }) => severity === 'information');
  const oldestFact = lookups
    .flatMap(lookup => ('at' in lookup ? [lookup.at] : []))
    .reduce<string | undefined>(
      (oldest, at) => (oldest === undefined || at < oldest ? at : oldest),
      undefined,
    );
  const facts = { findings, hasOnlyNotes, oldestFact };
  if (auditor.failure !== undefined) return { state: 'error', message: auditor.failure, ...facts };
  if (auditor.isBusy) return { state: 'checking', ...facts };
  if (unreachable && auditor.audited.some(audited => audited.mayAskNetwork)) {
    return { state: 'offline', message: unreachable.why, ...facts };
  }
  return { state: findings > 0 ? 'findings' : 'clean', ...facts };
}
