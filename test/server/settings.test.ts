import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditRepositoryResult } from '../../src/server/protocol.ts';
import { json, modelReply, type StandInHub, startHub } from '../hub/stand-in-hub.ts';
import {
  type Client,
  type ClientOptions,
  eventually,
  makeFolder,
  pause,
  removeFolder,
  startClient,
  uriOf,
} from './client.ts';

const bert = 'from transformers import AutoModel\nAutoModel.from_pretrained("bert-base-uncased")\n';
const ours = 'from transformers import AutoModel\nAutoModel.from_pretrained("our-team/our-model")\n';

describe('settings of the language server', () => {
  let hub: StandInHub;
  let folder = '';
  let client: Client | undefined;

  beforeEach(async () => {
    hub = await startHub({});
    folder = makeFolder({ LICENSE: 'MIT License' });
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    await hub.close();
    removeFolder(folder);
  });

  async function start(options: ClientOptions): Promise<Client> {
    const variables = { PTM_AUDIT_CACHE: join(folder, '.cache'), ...options.variables };
    client = await startClient({ folders: [folder], ...options, variables });
    return client;
  }

  async function open(name: string, text: string): Promise<string> {
    const uri = uriOf(join(folder, name));
    await client?.open(uri, text);
    return uri;
  }

  it('name an address that is none and go on without it', async () => {
    const { shown } = await start({ settings: { endpoint: 'hf-mirror.com', network: 'never' } });
    const uri = await open('app.py', bert);
    await eventually('diagnostics', () => (client?.latest(uri)?.diagnostics.length ?? 0) > 0);
    assert.match(
      shown.join('\n'),
      /“ptmAudit\.endpoint” is no address.*Hugging Face is not asked.*Did you mean “https:\/\/hf-mirror\.com”\?/,
    );
    assert.equal(shown.length, 1);
  });

  it('leave out ignored paths that are open', async () => {
    const editor = await start({ settings: { network: 'never', ignorePaths: ['vendor/', '*_gen.py'] } });
    const ignored = [await open('vendor/deep/a.py', bert), await open('b_gen.py', bert)];
    const read = await open('app.py', bert);
    await eventually('diagnostics', () => (editor.latest(read)?.diagnostics.length ?? 0) > 0);
    for (const uri of ignored) {
      assert.equal(await editor.hover(uri, { line: 1, character: 30 }), '');
      assert.deepEqual(editor.rules(uri) ?? [], []);
    }
  });

  it('count for an audit that is under way: what they forbid is asked no more', async () => {
    const answered = new Set<string>();
    const ids = Array.from({ length: 100 }, (_, index) => `our-team/model-${index}`);
    const hubOf100 = await startHub(
      Object.fromEntries(
        ids.map(id => [
          `/api/models/${id}`,
          (...given: Parameters<ReturnType<typeof json>>) => {
            answered.add(id);
            setTimeout(() => json(200, modelReply(id))(...given), 50);
          },
        ]),
      ),
    );
    const loads = ids.map(id => `AutoModel.from_pretrained("${id}")\n`).join('');
    await writeFile(join(folder, 'many.py'), `from transformers import AutoModel\n${loads}`);
    const settings = { endpoint: hubOf100.endpoint, network: 'onAudit' };
    const editor = await start({ settings });
    const audit = editor.connection.sendRequest<AuditRepositoryResult>('ptmAudit/auditRepository', {});
    await eventually('some requests', () => answered.size > 10);
    editor.settings = { ...settings, network: 'never' };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.heard();
    const { summary } = await audit;
    assert.ok(answered.size < 50, `${answered.size} models were asked for`);
    assert.equal(summary.models, 100);
    assert.ok(summary.unresolved >= 50, `${summary.unresolved} models are unknown`);
    await hubOf100.close();
  });

  it('keep private ids from the hub while they are typed', async () => {
    const privateModels = ['My-company/*', 'acme/secret-project'];
    const editor = await start({ settings: { endpoint: hub.endpoint, network: 'always', privateModels } });
    const uri = await open('app.py', ours);
    for (const id of ['my-comp', 'my-company', 'my-company/a', 'acme/secret-pro', 'acme/other']) {
      const version = await editor.change(uri, ours.replace('our-team/our-model', id));
      await eventually('an audit', () => editor.latest(uri)?.version === version);
      if (id !== 'acme/other') await pause(200);
    }
    await eventually('a request', () => hub.requests.some(({ path }) => path.includes('acme/other')));
    const asked = hub.requests.filter(({ path }) => /my-comp|secret/.test(path));
    assert.deepEqual(asked, []);
  });

  it('send the token to the hub of the person and to no hub of a workspace', async () => {
    const variables = { HF_TOKEN: 'hf_secret' };
    const settings = { endpoint: hub.endpoint, network: 'always' };
    await start({ settings, variables });
    await open('app.py', ours);
    await eventually('a request', () => hub.requests.length > 0);
    assert.ok(hub.requests.every(({ authorization }) => authorization === undefined));
    await client?.stop();

    await start({ settings, variables, initializationOptions: { endpoint: hub.endpoint } });
    const seen = hub.requests.length;
    await open('app.py', ours.replaceAll('our-model', 'other-model'));
    await eventually('a request', () => hub.requests.length > seen);
    assert.equal(hub.requests[seen]?.authorization, 'Bearer hf_secret');
  });

  it('of a repository decide about the hub only where it is trusted', async () => {
    removeFolder(folder);
    folder = makeFolder({ 'ptm-audit.json': JSON.stringify({ endpoint: hub.endpoint, network: 'always' }) });
    const variables = { HF_TOKEN: 'hf_secret' };
    const editor = await start({
      settings: { network: 'never' },
      variables,
      initializationOptions: { isTrusted: false },
    });
    const uri = await open('app.py', ours);
    await editor.hover(uri, { line: 1, character: 30 });
    const file = uriOf(join(folder, 'ptm-audit.json'));
    await eventually('the problems of the file', () => (editor.latest(file)?.diagnostics.length ?? 0) === 2);
    await pause(100);
    assert.equal(hub.requests.length, 0);

    await editor.connection.sendNotification('ptmAudit/host', { isTrusted: true });
    await eventually('a request', () => hub.requests.length > 0);
    await eventually('the end of the problems', () => editor.latest(file)?.diagnostics.length === 0);
    assert.ok(hub.requests.every(({ authorization }) => authorization === undefined));
  });

  it('let a live answer replace what the snapshot does not know', async () => {
    const id = 'our-team/our-model';
    let answer = (): void => undefined;
    const held = new Promise<void>(resolve => {
      answer = resolve;
    });
    const reply = json(200, modelReply(id));
    const slow = await startHub(
      new Proxy(
        {},
        {
          get:
            () =>
            (...given: Parameters<typeof reply>) =>
              void held.then(() => reply(...given)),
        },
      ),
    );
    try {
      const editor = await start({ settings: { endpoint: slow.endpoint, network: 'always' } });
      const uri = await open('app.py', ours);
      const first = performance.now();
      assert.match(await editor.hover(uri, { line: 1, character: 35 }), /our\\-model/);
      assert.ok(performance.now() - first < 5000, 'the hover waited for the hub');
      await eventually('a request', () => slow.requests.length > 0);
      answer();
      await eventually('its findings', () => editor.rules(uri)?.includes('unpinned-revision'));
      assert.match(await editor.hover(uri, { line: 1, character: 35 }), /apache/);
    } finally {
      await slow.close();
    }
  });
});
