import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import type { Progress } from '../audit/types.ts';
import { reports } from '../report/index.ts';
import { pathOf } from './positions.ts';
import type { AuditRepositoryParams, AuditRepositoryResult } from './protocol.ts';
import type { Sessions } from './sessions.ts';

/** Audits a whole workspace folder. Rejects with an `AbortError` when cancelled. */
export async function auditRepository(
  sessions: Sessions,
  { folder, nonce }: AuditRepositoryParams,
  progress: WorkDoneProgressReporter,
  cancellation: CancellationToken,
): Promise<AuditRepositoryResult> {
  const root = (folder === undefined ? undefined : pathOf(folder)) ?? sessions.folders[0];
  if (root === undefined) throw new Error('Open a folder first: there is no repository to audit.');
  const abort = new AbortController();
  const subscription = cancellation.onCancellationRequested(() => abort.abort());
  progress.begin('PTM Audit', 0, undefined, true);
  try {
    const session = await sessions.of(root);
    const report = await session.auditRepository({
      signal: abort.signal,
      onProgress: step => progress.report(percentage(step), progressWords(step)),
    });
    abort.signal.throwIfAborted();
    const { files, references, models, findings, unresolved } = report.summary;
    const html = [...reports.html(report, nonce === undefined ? {} : { nonce })].join('');
    const summary = { files, references, models, findings, unresolved, skipped: report.skipped.length };
    return { folder: URI.file(root).toString(), html, summary };
  } finally {
    subscription.dispose();
    progress.done();
  }
}

const phaseWords: Readonly<Record<Progress['phase'], string>> = {
  reading: 'Reading files',
  resolving: 'Looking up models',
  checking: 'Checking models',
};

function progressWords({ phase, done, total }: Progress): string {
  return total === undefined ? `${phaseWords[phase]}: ${done}` : `${phaseWords[phase]}: ${done} of ${total}`;
}

function percentage({ done, total }: Progress): number {
  return total ? Math.min(100, Math.floor((100 * done) / total)) : 0;
}
