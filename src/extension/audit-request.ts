import { randomBytes, randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { LSPErrorCodes, ResponseError, WorkDoneProgress } from 'vscode-languageclient/node';
import type { AuditRepositoryParams, AuditRepositoryResult } from '../server/protocol.ts';
import { auditRepositoryRequest } from '../server/protocol.ts';

export interface AuditAnswer {
  readonly result: AuditRepositoryResult;
  /** Of the content security policy that the report's page carries. */
  readonly nonce: string;
}

/** Audits a folder under a notification with progress and a cancel button. Undefined when cancelled. */
export function requestAudit(
  client: LanguageClient,
  folder: vscode.WorkspaceFolder,
): Thenable<AuditAnswer | undefined> {
  const location = vscode.ProgressLocation.Notification;
  const title = `Auditing ${folder.name}`;
  return vscode.window.withProgress(
    { location, title, cancellable: true },
    async (progress, cancellation) => {
      const workDoneToken = randomUUID();
      const nonce = randomBytes(16).toString('base64url');
      let shown = 0;
      const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, value => {
        if (value.kind !== 'report') return;
        const percentage = value.percentage ?? shown;
        progress.report({ message: value.message ?? '', increment: Math.max(0, percentage - shown) });
        shown = Math.max(shown, percentage);
      });
      try {
        const params: AuditRepositoryParams = { folder: folder.uri.toString(), nonce, workDoneToken };
        const result = await client.sendRequest<AuditRepositoryResult>(
          auditRepositoryRequest,
          params,
          cancellation,
        );
        return { result, nonce };
      } catch (error) {
        if (cancellation.isCancellationRequested || isCancellation(error)) return undefined;
        throw error;
      } finally {
        listener.dispose();
      }
    },
  );
}

function isCancellation(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;
}
