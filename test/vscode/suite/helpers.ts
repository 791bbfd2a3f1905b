import * as vscode from 'vscode';

export const extensionId = 'ptm-audit.ptm-audit';

export function fixture(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The test workspace is not open.');
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function open(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fixture(name)));
}

/** Waits until `look` gives something, and says what it waited for when it does not. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | false | PromiseLike<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await pause(50);
  }
  throw new Error(`Waited 20 s in vain for ${what}.`);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

export function diagnosticsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'PTM Audit');
}

export function someDiagnostics(uri: vscode.Uri): Promise<vscode.Diagnostic[]> {
  return eventually(`diagnostics in ${uri.path}`, () => {
    const found = diagnosticsOf(uri);
    return found.length > 0 && found;
  });
}

/** The text a diagnostic underlines, once each. */
export function underlined(
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): string[] {
  return [
    ...new Set(diagnostics.map(({ range }) => `${range.start.line}: ${document.getText(range)}`)),
  ].sort();
}

export async function hoverText(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map(content => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

export function positionOf(document: vscode.TextDocument, text: string, from = 0): vscode.Position {
  const offset = document.getText().indexOf(text, from);
  if (offset < 0) throw new Error(`“${text}” is not in ${document.uri.path}.`);
  return document.positionAt(offset + 1);
}

export async function discardChanges(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
