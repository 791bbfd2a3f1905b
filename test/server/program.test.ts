import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, eventually, makeFolder, removeFolder, startClient, uriOf } from './client.ts';

const names = 'NAME = "bert-base-uncased"\n';
const loads = 'from transformers import AutoModel\nfrom names import NAME\nAutoModel.from_pretrained(NAME)\n';

describe('a document as a part of its repository', () => {
  let folder = '';
  let client: Client;
  const uri = (file: string) => uriOf(join(folder, file));

  before(async () => {
    folder = makeFolder({ LICENSE: 'MIT License', 'names.py': names, 'app.py': loads });
    client = await startClient({ folders: [folder], settings: { network: 'never' } });
  });
  after(async () => {
    await client.stop();
    removeFolder(folder);
  });

  it('shows what a call in another file does to the constant it holds', async () => {
    await client.open(uri('names.py'), names);
    await eventually('the rule about the call', () =>
      client.rules(uri('names.py'))?.includes('unpinned-revision'),
    );
  });

  it('hears of a change of that other file on disk', async () => {
    writeFileSync(join(folder, 'app.py'), 'print("nothing")\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('app.py'), type: 2 }],
    });
    await eventually('its end', () => client.rules(uri('names.py'))?.includes('unpinned-revision') === false);
  });

  it('hears of a change of that other file while it is edited', async () => {
    await client.open(uri('app.py'), loads);
    await eventually('the rule again', () => client.rules(uri('names.py'))?.includes('unpinned-revision'));
    await client.close(uri('app.py'));
    await eventually(
      'the file on disk counts',
      () => client.rules(uri('names.py'))?.includes('unpinned-revision') === false,
    );
    assert.ok(client.rules(uri('names.py'))?.includes('name-moved'));
  });
});
