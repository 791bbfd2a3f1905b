import * as vscode from 'vscode';
import type { Running } from './client.ts';
import { showReport } from './report-view.ts';
import { askForToken } from './token.ts';

export function registerCommands(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  starting: Promise<Running>,
): void {
  const register = (name: string, run: (...given: unknown[]) => unknown) =>
    context.subscriptions.push(vscode.commands.registerCommand(`ptmAudit.${name}`, run));
  register('showOutput', () => output.show());
  register('setToken', () => askForToken(context.secrets));
  register('auditRepository', () => auditRepository(output, starting));
}

async function auditRepository(
  output: vscode.LogOutputChannel,
  starting: Promise<Running>,
): Promise<unknown> {
  const folder = await chooseFolder();
  if (!folder) return undefined;
  try {
    const { client } = await starting;
    const { requestAudit } = await import('./audit-request.ts');
    const answer = await requestAudit(client, folder);
    if (!answer) return undefined;
    showReport(answer.result, answer.nonce);
    return answer.result.summary;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    output.error(message);
    const choice = await vscode.window.showErrorMessage(`The audit failed: ${message}`, 'Show Output');
    if (choice) output.show();
    return undefined;
  }
}

/** The folder of the active file where there are several; asks when that does not tell. */
async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void vscode.window.showInformationMessage('Open a folder first: there is no repository to audit.');
    return undefined;
  }
  if (folders.length === 1) return folders[0];
  const active = vscode.window.activeTextEditor?.document.uri;
  return (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.window.showWorkspaceFolderPick();
}
