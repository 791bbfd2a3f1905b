import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import * as vscode from 'vscode';
import type { PublicApi } from '../../../src/extension/main.ts';
import type { AuditSummary } from '../../../src/server/protocol.ts';
import {
  diagnosticsOf,
  discardChanges,
  eventually,
  extensionId,
  fixture,
  hoverText,
  open,
  pause,
  positionOf,
  someDiagnostics,
  underlined,
} from './helpers.ts';

const id = 'bert-base-uncased';
const currentId = `google-bert/${id}`;

function extension(): vscode.Extension<PublicApi> {
  const found = vscode.extensions.getExtension<PublicApi>(extensionId);
  assert.ok(found, 'The extension is not installed.');
  return found;
}

async function actionsAt(uri: vscode.Uri, position: vscode.Position): Promise<vscode.CodeAction[]> {
  const range = new vscode.Range(position, position);
  const kind = vscode.CodeActionKind.QuickFix.value;
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind);
}

describe('The installed extension', () => {
  afterEach(discardChanges);

  let activationMilliseconds = 0;

  // Without a server every test would wait in vain: a failure here ends them all.
  before(async () => {
    const api = await extension().activate();
    activationMilliseconds = api.activationMilliseconds;
    await api.ready;
  });

  it('loads its code and activates in little more time than the engine takes to compile that code', () => {
    const total = loadingMilliseconds() + activationMilliseconds;
    const compiling = compilingMilliseconds();
    assert.ok(total > 0);
    assert.ok(total < 15 * compiling, `took ${total} ms, compiling ${compiling} ms`);
    console.log(`      ${total.toFixed(1)} ms, compiling ${compiling.toFixed(1)} ms`);
  });

  it('underlines exactly the ids in a Python file', async () => {
    const { document } = await open('app.py');
    const diagnostics = await someDiagnostics(document.uri);
    assert.deepEqual(underlined(document, diagnostics), [`2: ${id}`, `5: ${id}`]);
    for (const { message, code } of diagnostics) {
      assert.ok(message.length > 10);
      assert.ok(typeof code === 'object' && code.target.scheme === 'https', 'no link to the rule');
    }
  });

  it('says nothing about a file that names no model', async () => {
    const { document } = await open('clean.py');
    await pause(1500);
    assert.deepEqual(diagnosticsOf(document.uri), []);
  });

  it('knows the model in a TypeScript file', async () => {
    const { document } = await open('search.ts');
    const text = await eventually('a hover', () => hoverText(document.uri, positionOf(document, 'Xenova/')));
    assert.match(text, /Xenova/);
    for (const { range } of diagnosticsOf(document.uri)) {
      assert.equal(document.getText(range), 'Xenova/all-MiniLM-L6-v2');
    }
  });

  it('underlines the id in the cell of a notebook', async () => {
    const notebook = await vscode.workspace.openNotebookDocument(fixture('explore.ipynb'));
    await vscode.window.showNotebookDocument(notebook);
    const { document } = notebook.cellAt(2);
    const diagnostics = await someDiagnostics(document.uri);
    assert.deepEqual(underlined(document, diagnostics), [`0: ${id}`]);
    assert.deepEqual(diagnosticsOf(notebook.cellAt(1).document.uri), []);
  });

  it('tells the license in the hover, over the id and over the variable that carries it', async () => {
    const { document } = await open('app.py');
    await someDiagnostics(document.uri);
    const onVariable = await hoverText(document.uri, positionOf(document, 'ENCODER)'));
    assert.match(onVariable, /\| License \| apache/);
    const onId = await hoverText(document.uri, positionOf(document, id));
    assert.match(onId, /\| License \| apache\\-2\\\.0/);
    assert.match(onId, /snapshot/);
    assert.doesNotMatch(onId.replaceAll(/\\./g, ''), /<|!\[|\]\(command:/);
  });

  it('links the id to the page of its model', async () => {
    const { document } = await open('app.py');
    await someDiagnostics(document.uri);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const targets = links.map(({ target }) => target?.toString());
    assert.ok(targets.includes(`https://huggingface.co/${currentId}`), targets.join());
  });

  it('replaces a moved id, and the finding goes away', async () => {
    const { document } = await open('app.py');
    const before = await someDiagnostics(document.uri);
    const position = positionOf(document, id, document.getText().indexOf('AutoModel.from_pretrained'));
    const fix = (await actionsAt(document.uri, position)).find(
      ({ edit, title }) => edit && title.includes(currentId),
    );
    assert.ok(fix?.edit, 'no fix names the current id');
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(document.lineAt(position.line).text, `model = AutoModel.from_pretrained("${currentId}")`);
    await eventually('a finding to go', () => {
      const now = rulesAt(position.line, diagnosticsOf(document.uri));
      return now.length < rulesAt(position.line, before).length;
    });
  });

  it('ignores a finding with a comment above its line', async () => {
    const { document } = await open('app.py');
    await someDiagnostics(document.uri);
    const position = positionOf(document, id, document.getText().indexOf('AutoModel.from_pretrained'));
    const ignore = (await actionsAt(document.uri, position)).find(({ title }) => title.startsWith('Ignore'));
    assert.ok(ignore?.edit, 'no action to ignore');
    const rule = /“(.+)”/.exec(ignore.title)?.[1] ?? '';
    assert.ok(rulesAt(position.line, diagnosticsOf(document.uri)).includes(rule));
    await vscode.workspace.applyEdit(ignore.edit);
    assert.match(document.lineAt(position.line).text, /^# ptm-audit: ignore\[[a-z-]+\] /);
    await eventually(
      'the finding to go',
      () => !rulesAt(position.line + 1, diagnosticsOf(document.uri)).includes(rule),
    );
  });

  it('clears the underline when the line is typed away', async () => {
    const { document } = await open('app.py');
    await someDiagnostics(document.uri);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), 'print("nothing to load")\n');
    await vscode.workspace.applyEdit(edit);
    await eventually('no diagnostics', () => diagnosticsOf(document.uri).length === 0);
  });

  it('audits the repository and opens the report', async () => {
    const { document } = await open('app.py');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), 'print("nothing to load")\n');
    await vscode.workspace.applyEdit(edit);
    const summary = await vscode.commands.executeCommand<AuditSummary>('ptmAudit.auditRepository');
    // What stands in an open, unsaved document counts instead of its file.
    assert.equal(summary.references, 2);
    assert.ok(summary.findings.error + summary.findings.warning + summary.findings.information > 0);
    await eventually('the report', () =>
      vscode.window.tabGroups.all
        .flatMap(group => group.tabs)
        .some(
          ({ input }) =>
            input instanceof vscode.TabInputWebview && input.viewType.includes('ptmAudit.report'),
        ),
    );
  });
});

/** How long the editor took to load the extension's code, by the marks its extension host keeps. */
function loadingMilliseconds(): number {
  const { MonacoPerformanceMarks: kept } = globalThis as { MonacoPerformanceMarks?: { getMarks(): Mark[] } };
  const timeOf = (mark: string) =>
    kept?.getMarks().find(({ name }) => name === `code/extHost/${mark}/${extensionId}`);
  const [will, did] = [timeOf('willLoadExtensionCode'), timeOf('didLoadExtensionCode')];
  return will && did ? did.startTime - will.startTime : 0;
}

/** What the same machine takes at the same time to compile the extension's code: the fastest of several times. */
function compilingMilliseconds(): number {
  const code = readFileSync(join(extension().extensionPath, 'dist/extension.cjs'), 'utf8');
  const times = Array.from({ length: 7 }, (_, index) => {
    const start = performance.now();
    // Another text each time, or the engine gives what it compiled before.
    new Script(`(function () { /* ${index} */ ${code}\n})`);
    return performance.now() - start;
  });
  return Math.min(...times);
}

interface Mark {
  readonly name: string;
  readonly startTime: number;
}

function rulesAt(line: number, diagnostics: readonly vscode.Diagnostic[]): string[] {
  return diagnostics
    .filter(({ range }) => range.start.line === line)
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));
}
