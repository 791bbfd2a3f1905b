import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type Client, eventually, makeFolder, pause, removeFolder, startClient, uriOf } from './client.ts';

const load = (id: string) => `from transformers import AutoModel\nAutoModel.from_pretrained("${id}")\n`;

describe('diagnostics of open documents', () => {
  let folder = '';
  let client: Client;

  before(async () => {
    folder = makeFolder({ LICENSE: 'MIT License' });
    client = await startClient({ folders: [folder], settings: { network: 'never' } });
  });
  after(async () => {
    await client.stop();
    removeFolder(folder);
  });

  it('carry the version of the text they speak of and never speak of an older one', async () => {
    const uri = uriOf(join(folder, 'typed.py'));
    await client.open(uri, load('bert-base-uncased'));
    await eventually('the first diagnostics', () => (client.latest(uri)?.diagnostics.length ?? 0) > 0);
    assert.equal(client.latest(uri)?.version, 1);

    let newest = 1;
    for (let press = 1; press <= 12; press += 1) {
      // A hover asks for an audit at once, which the next key press overtakes.
      void client.hover(uri, { line: 1, character: 30 });
      if (press % 2 === 0) await pause(press);
      newest = await client.change(uri, `${'\n'.repeat(press)}${load('bert-base-uncased')}`);
      await client.heard();
      const heard = client.published.length;
      await pause(press * 2);
      const late = client.published.slice(heard).map(({ version }) => version);
      assert.deepEqual(
        late.filter(version => version !== newest),
        [],
      );
    }
    await eventually('the diagnostics of the last text', () => client.latest(uri)?.version === newest);
    assert.ok(client.latest(uri)?.diagnostics.every(({ range }) => range.start.line === 13));
    await client.close(uri);
  });

  it('go away with their document', async () => {
    const uri = uriOf(join(folder, 'closed.py'));
    await client.open(uri, load('bert-base-uncased'));
    await eventually('diagnostics', () => (client.latest(uri)?.diagnostics.length ?? 0) > 0);
    await client.close(uri);
    await eventually('their end', () => client.latest(uri)?.diagnostics.length === 0);
  });

  it('go away with the cell they stood in', async () => {
    const uri = uriOf(join(folder, 'cells.ipynb'));
    const cells = ['a', 'b'].map(name => `${uri}#${name}`.replace('file:', 'vscode-notebook-cell:'));
    const [first = '', second = ''] = cells;
    await client.connection.sendNotification('notebookDocument/didOpen', {
      notebookDocument: {
        uri,
        notebookType: 'jupyter-notebook',
        version: 1,
        cells: cells.map(document => ({ kind: 2, document })),
      },
      cellTextDocuments: cells.map(cell => ({
        uri: cell,
        languageId: 'python',
        version: 1,
        text: load('bert-base-uncased'),
      })),
    });
    await eventually('diagnostics in both cells', () =>
      cells.every(cell => (client.latest(cell)?.diagnostics.length ?? 0) > 0),
    );
    await client.connection.sendNotification('notebookDocument/didChange', {
      notebookDocument: { uri, version: 2 },
      change: {
        cells: {
          structure: {
            array: { start: 1, deleteCount: 1, cells: [] },
            didClose: [{ uri: second }],
          },
        },
      },
    });
    await eventually(
      'the end of those of the deleted cell',
      () => client.latest(second)?.diagnostics.length === 0,
    );
    assert.ok((client.latest(first)?.diagnostics.length ?? 0) > 0);
    await client.connection.sendNotification('notebookDocument/didClose', {
      notebookDocument: { uri },
      cellTextDocuments: [{ uri: first }],
    });
    await eventually('the end of the others', () => client.latest(first)?.diagnostics.length === 0);
  });
});
