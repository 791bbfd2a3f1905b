import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import type { AuditRepositoryResult } from '../../src/server/protocol.ts';
import { type Client, eventually, makeFolder, removeFolder, startClient, uriOf } from './client.ts';

const request = 'ptmAudit/auditRepository';
const bert = 'from transformers import AutoModel\nAutoModel.from_pretrained("bert-base-uncased")\n';

describe('a workspace of two folders', () => {
  let folders: string[] = [];
  let client: Client;

  before(async () => {
    folders = [
      makeFolder({ 'a.py': bert, 'ptm-audit.json': '{ "rules": { "unpinned-revision": "off" } }' }),
      makeFolder(Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`m${index}.py`, bert]))),
    ];
    client = await startClient({
      folders,
      settings: { network: 'never' },
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    });
  });
  after(async () => {
    await client.stop();
    for (const folder of folders) removeFolder(folder);
  });

  const uri = (index: number, name: string) => uriOf(join(folders[index] ?? '', name));

  it('has the configuration of each folder in that folder', async () => {
    await client.open(uri(0, 'a.py'), bert);
    await client.open(uri(1, 'b.py'), bert);
    const first = await eventually('diagnostics', () => client.rules(uri(0, 'a.py')));
    const second = await eventually('diagnostics', () => client.rules(uri(1, 'b.py')));
    assert.ok(!first.includes('unpinned-revision'));
    assert.ok(second.includes('unpinned-revision'));
  });

  it('is audited one folder at a time', async () => {
    const answer = await client.connection.sendRequest<AuditRepositoryResult>(request, {
      folder: uri(0, ''),
    });
    assert.equal(answer.summary.files, 1);
    assert.match(answer.html, /bert-base-uncased/);
  });

  it('ends an audit that is cancelled', async () => {
    const cancel = new CancellationTokenSource();
    const audit = client.connection.sendRequest(request, { folder: uri(1, '') }, cancel.token);
    setTimeout(() => cancel.cancel(), 20);
    await assert.rejects(audit, /cancelled/);
  });

  it('says of a folder that lies on no disk that it cannot be read', async () => {
    const audit = client.connection.sendRequest(request, { folder: 'vscode-vfs://github/owner/name' });
    await assert.rejects(audit, /vscode-vfs:\/\/github\/owner\/name does not lie on a disk/);
  });

  it('is told of every file a session is made from, and of those alone starts afresh', async () => {
    const watching = await eventually('the watchers', () =>
      client.registered.find(({ method }) => method === 'workspace/didChangeWatchedFiles'),
    );
    const { watchers } = watching.registerOptions as { watchers: { globPattern: string }[] };
    const isWatched = (path: string) => watchers.some(({ globPattern }) => fromGlob(globPattern).test(path));
    for (const name of ['ptm-audit.json', 'pyproject.toml', 'package.json', 'Cargo.toml', 'setup.cfg']) {
      assert.ok(isWatched(name), name);
    }
    for (const name of ['LICENSE', 'license.txt', 'Licence.md', 'COPYING', 'UNLICENSE', 'unlicense']) {
      assert.ok(isWatched(name), name);
    }
    assert.ok(!isWatched('notes.md'));

    writeFileSync(join(folders[0] ?? '', 'ptm-audit.json'), '{}');
    const changed = (file: string) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: file, type: 2 }],
      });
    await changed(uri(0, 'node_modules/some/package.json'));
    await client.hover(uri(0, 'a.py'), { line: 1, character: 30 });
    assert.ok(!client.rules(uri(0, 'a.py'))?.includes('unpinned-revision'));
    await changed(uri(0, 'ptm-audit.json'));
    await eventually('the rule', () => client.rules(uri(0, 'a.py'))?.includes('unpinned-revision'));
  });
});

/** As much of the protocol's globs as the server uses. */
function fromGlob(glob: string): RegExp {
  const source = glob
    .replaceAll('.', String.raw`\.`)
    .replaceAll('*', '[^/]*')
    .replaceAll('[^/]*[^/]*/', '(?:.*/)?')
    .replaceAll('{', '(?:')
    .replaceAll('}', ')')
    .replaceAll(',', '|');
  return new RegExp(`^${source}$`);
}
