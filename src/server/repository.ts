import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver/node';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import type { Progress } from '../audit/types.ts';
import type { AuditReport } from '../model/report.ts';
import { reports } from '../report/index.ts';
import { pathOf } from './positions.ts';
import type { AuditRepositoryParams, AuditRepositoryResult } from './protocol.ts';
import { auditRepositoryRequest } from './protocol.ts';
import type { Server } from './serve.ts';
import type { Sessions } from './sessions.ts';

/** The whole repository, on request: by our client's own request, or by a command from any other editor. */
export function registerRepositoryAudit({ connection, sessions, auditor }: Server): void {
  connection.onRequest(auditRepositoryRequest, (params: AuditRepositoryParams, token) => {
    const progress = connection.window.attachWorkDoneProgress(params.workDoneToken);
    return auditRepository({ sessions, auditor }, params, progress, token);
  });
  connection.onExecuteCommand(async ({ arguments: given }, token) => {
    const folder: unknown = given?.[0];
    const progress = await connection.window.createWorkDoneProgress();
    const both = new CancellationTokenSource();
    for (const either of [token, progress.token]) either.onCancellationRequested(() => both.cancel());
    return auditRepository(
      { sessions, auditor },
      typeof folder === 'string' ? { folder } : {},
      progress,
      both.token,
    );
  });
}

/** Audits a whole workspace folder. A cancelled one is answered as the protocol asks. */
async function auditRepository(
  { sessions, auditor }: Pick<Server, 'sessions' | 'auditor'>,
  { folder, nonce }: AuditRepositoryParams,
  progress: WorkDoneProgressReporter,
  cancellation: CancellationToken,
): Promise<AuditRepositoryResult> {
  const root = rootToAudit(sessions, folder);
  const abort = new AbortController();
  const subscription = cancellation.onCancellationRequested(() => abort.abort());
  progress.begin('PTM Audit', 0, undefined, true);
  try {
    const report = await reportOn(root, { sessions, auditor }, abort.signal, step =>
      progress.report(percentage(step), progressWords(step)),
    );
    const { files, references, models, findings, unresolved } = report.summary;
    const html = [...reports.html(report, nonce === undefined ? {} : { nonce })].join('');
    const summary = { files, references, models, findings, unresolved, skipped: report.skipped.length };
    return { folder: URI.file(root).toString(), html, summary };
  } catch (error) {
    throw abort.signal.aborted
      ? new ResponseError(LSPErrorCodes.RequestCancelled, 'The audit was cancelled.')
      : error;
  } finally {
    subscription.dispose();
    progress.done();
  }
}

/** An audit whose settings change ends, because it may ask hubs what they forbid, and begins again under the new ones. */
async function reportOn(
  root: string,
  { sessions, auditor }: Pick<Server, 'sessions' | 'auditor'>,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<AuditReport> {
  const { permission } = sessions;
  const session = await sessions.of(root);
  // What was typed a moment ago counts, too.
  await auditor.allCurrent();
  try {
    const report = await session.auditRepository({
      signal: AbortSignal.any([signal, permission]),
      onProgress,
    });
    signal.throwIfAborted();
    if (!permission.aborted) return report;
  } catch (error) {
    if (signal.aborted || !permission.aborted) throw error;
  }
  return await reportOn(root, { sessions, auditor }, signal, onProgress);
}

function rootToAudit({ folders: [first] }: Sessions, folder: string | undefined): string {
  if (folder === undefined) {
    if (first !== undefined) return first;
    throw wrong('Open a folder first: there is no repository to audit.');
  }
  const path = pathOf(folder);
  if (path !== undefined) return path;
  throw wrong(`${folder} does not lie on a disk of this machine, so its files cannot be read.`);
}

function wrong(message: string): ResponseError<undefined> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

const phaseWords: Readonly<Record<Progress['phase'], string>> = {
  reading: 'Reading files',
  resolving: 'Looking up models',
};

function progressWords({ phase, done, total }: Progress): string {
  return total === undefined ? `${phaseWords[phase]}: ${done}` : `${phaseWords[phase]}: ${done} of ${total}`;
}

function percentage({ done, total }: Progress): number {
  return total ? Math.min(100, Math.floor((100 * done) / total)) : 0;
}
