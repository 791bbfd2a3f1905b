import * as vscode from 'vscode';

export const tokenKey = 'ptmAudit.token';

/** Asks for a token of the hub and keeps it in the editor's secret storage, never in settings. */
export async function askForToken(secrets: vscode.SecretStorage): Promise<void> {
  const token = await vscode.window.showInputBox({
    title: 'PTM Audit: Hub Token',
    prompt:
      'A read token of the hub shows private and gated models. Leave it empty to forget the stored one.',
    password: true,
    ignoreFocusOut: true,
  });
  if (token === undefined) return;
  if (token.trim() === '') await secrets.delete(tokenKey);
  else await secrets.store(tokenKey, token.trim());
}
