import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeAction } from 'vscode-languageserver/node';
import { type Client, eventually, makeFolder, removeFolder, startClient, uriOf } from './client.ts';

const code = `from transformers import AutoModel
AutoModel.from_pretrained("meta-llama/Llama-3.2-1B-Instruct")
AutoModel.from_pretrained("facebook/nllb-200-distilled-600M")
`;

describe('licenses in the editor', () => {
  let folder = '';
  let client: Client;
  const place = (name: string) => uriOf(join(folder, name));

  before(async () => {
    folder = makeFolder({
      LICENSE: 'SPDX-License-Identifier: MIT\n',
      'ptm-audit.json': '{ "use": ["hosted"] }',
    });
    client = await startClient({
      folders: [folder],
      settings: { network: 'never' },
      capabilities: {
        workspace: {
          workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
      },
    });
    await client.open(place('app.py'), code);
  });
  after(async () => {
    await client.stop();
    removeFolder(folder);
  });

  async function credit(line = 1): Promise<CodeAction | undefined> {
    const range = { start: { line, character: 30 }, end: { line, character: 30 } };
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: place('app.py') },
      range,
      context: { diagnostics: [] },
    });
    return actions.find(({ title }) => title.startsWith('Credit'));
  }

  it('a fix makes a NOTICE that credits the model', async () => {
    const action = await credit();
    assert.equal(action?.title, 'Credit meta-llama/Llama-3.2-1B-Instruct in NOTICE');
    const [create, change] = action.edit?.documentChanges ?? [];
    assert.ok(create && 'kind' in create && create.kind === 'create' && create.uri === place('NOTICE'));
    assert.ok(change && 'edits' in change && change.textDocument.uri === place('NOTICE'));
    assert.match(JSON.stringify(change.edits), /Built with Llama/);
  });

  it('a second fix finds its place in a NOTICE that was not saved yet', async () => {
    const both = `${code}AutoModel.from_pretrained("meta-llama/Llama-3.1-8B-Instruct")\n`;
    await client.change(place('app.py'), both);
    const textOf = (action: CodeAction | undefined) => {
      const change = action?.edit?.documentChanges?.at(-1);
      const [edit] = change && 'edits' in change ? change.edits : [];
      return edit && 'newText' in edit ? edit : undefined;
    };
    const first = textOf(await credit(1));
    assert.deepEqual(first?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    // The editor holds the first credit; the disk has no such file.
    await client.open(place('NOTICE'), `Mine.\n\n${first?.newText}`, 'plaintext');
    const second = textOf(await credit(3));
    const lines = (first?.newText.split('\n').length ?? 0) - 2;
    assert.equal(second?.range.start.line, 2);
    assert.equal(second?.range.end.line, 2 + lines);
    assert.match(second?.newText ?? '', /\nmeta-llama\/Llama-3\.1-8B-Instruct\n/);
    assert.match(second?.newText ?? '', /\nmeta-llama\/Llama-3\.2-1B-Instruct\n/);
    assert.equal(second?.newText.split('=====\n').length, 2);
    await client.close(place('NOTICE'));
    await client.change(place('app.py'), code);
  });

  it('a fix leaves the NOTICE of a person and settles the finding', async () => {
    writeFileSync(join(folder, 'NOTICE'), 'Ours.\n');
    const changed = { changes: [{ uri: place('NOTICE'), type: 1 }] };
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', changed);
    const change = await eventually('the new fix', async () => {
      const changes = (await credit())?.edit?.documentChanges ?? [];
      const [first] = changes;
      return changes.length === 1 && first && 'edits' in first ? first : undefined;
    });
    const [edit] = change.edits;
    assert.ok(edit && 'newText' in edit);
    assert.deepEqual(edit.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } });
    writeFileSync(join(folder, 'NOTICE'), `Ours.\n${edit.newText}`);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', changed);
    await eventually(
      'the end of the finding',
      () => client.rules(place('app.py'))?.includes('license-obligation') === false,
    );
    assert.equal(await credit(), undefined);
  });

  it('a hover tells the chain from the clause to the license of the project', async () => {
    const hover = await client.hover(place('app.py'), { line: 2, character: 30 });
    assert.match(
      hover,
      /\| For.you \| conflict on a condition\\: cc\\-by\\-nc\\-4\\\.0 forbids commercial use/,
    );
    assert.match(hover, /→ your project under MIT \|/);
  });

  it('a package has its own license as soon as its files say so', async () => {
    const text = 'from transformers import AutoModel\nAutoModel.from_pretrained("Ultralytics/YOLOv8")\n';
    writeFileSync(join(folder, 'ptm-audit.json'), '{ "use": ["distributed"] }');
    mkdirSync(join(folder, 'pkg'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: place('ptm-audit.json'), type: 2 }],
    });
    await client.open(place('pkg/a.py'), text);
    await eventually('a conflict', () => client.rules(place('pkg/a.py'))?.includes('license-conflict'));
    writeFileSync(join(folder, 'pkg/package.json'), '{ "license": "AGPL-3.0-only" }');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: place('pkg/package.json'), type: 1 }],
    });
    await eventually(
      'its end',
      () => client.rules(place('pkg/a.py'))?.includes('license-conflict') === false,
    );
  });
});
