import * as vscode from 'vscode';
import type { AuditRepositoryResult } from '../server/protocol.ts';

let panel: vscode.WebviewPanel | undefined;
let jumps: vscode.Disposable | undefined;

/** Shows the report beside the code. The page carries its own content security policy, which allows this nonce alone. */
export function showReport(result: AuditRepositoryResult, nonce: string): void {
  panel ??= createPanel();
  jumps?.dispose();
  jumps = panel.webview.onDidReceiveMessage(message => openPlace(vscode.Uri.parse(result.folder), message));
  panel.webview.html = result.html.includes(`nonce-${nonce}`) ? result.html : withoutScripts;
  panel.reveal(undefined, false);
}

/** A page that lost its policy is not shown: it would run whatever a model card brought in. */
const withoutScripts =
  '<!DOCTYPE html><title>Model audit</title><p>The report could not be shown safely.</p>';

function createPanel(): vscode.WebviewPanel {
  const created = vscode.window.createWebviewPanel(
    'ptmAudit.report',
    'Model Audit',
    vscode.ViewColumn.Active,
    {
      enableScripts: true,
      enableCommandUris: false,
      enableForms: false,
      enableFindWidget: true,
      localResourceRoots: [],
      retainContextWhenHidden: false,
    },
  );
  created.onDidDispose(() => {
    panel = undefined;
    jumps?.dispose();
    jumps = undefined;
  });
  return created;
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly character: number;
  readonly cell: number | undefined;
}

/** Undefined for anything but a place inside the folder. */
function placeFrom(message: unknown): Place | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, file, line, character, cell } = message as Record<string, unknown>;
  if (type !== 'open' || typeof file !== 'string' || file.split('/').includes('..')) return undefined;
  if (typeof line !== 'number' || typeof character !== 'number') return undefined;
  return { file, line, character, cell: typeof cell === 'number' ? cell : undefined };
}

async function openPlace(folder: vscode.Uri, message: unknown): Promise<void> {
  const place = placeFrom(message);
  if (!place) return;
  const uri = vscode.Uri.joinPath(folder, place.file);
  const position = new vscode.Position(place.line, place.character);
  const selection = new vscode.Range(position, position);
  if (place.cell !== undefined) {
    await openCell(uri, place.cell, selection);
    return;
  }
  // `vscode.open` also shows what is no text, in the editor made for it.
  await vscode.commands.executeCommand('vscode.open', uri, {
    selection,
  } satisfies vscode.TextDocumentShowOptions);
}

async function openCell(uri: vscode.Uri, index: number, selection: vscode.Range): Promise<void> {
  const notebook = await vscode.workspace.openNotebookDocument(uri);
  const shown = new vscode.NotebookRange(index, index + 1);
  const editor = await vscode.window.showNotebookDocument(notebook, { selections: [shown] });
  editor.revealRange(shown, vscode.NotebookEditorRevealType.InCenterIfOutsideViewport);
  const cell = notebook.getCells()[index];
  if (cell) await vscode.window.showTextDocument(cell.document, { selection });
}
