import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { faults } from '../../scripts/hub/faults.ts';
import { generateModels } from '../../scripts/hub/generate.ts';
import { parseLimit } from '../../scripts/hub/rate-limit.ts';
import { readRecords } from '../../scripts/hub/read-records.ts';
import { type HubOptions, type StandInHub, startStandInHub } from '../../scripts/hub/server.ts';

const records = readRecords(fileURLToPath(new URL('../fixtures/hub', import.meta.url)));
const bert = '/api/models/example-lab/small-bert';

describe('the stand-in hub', () => {
  let hub: StandInHub;
  beforeEach(() => start());
  afterEach(() => hub.close());

  async function start(options: HubOptions = {}): Promise<void> {
    await hub?.close();
    hub = await startStandInHub({ records, ...options });
  }

  function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(hub.endpoint + path, { headers, redirect: 'manual', signal: AbortSignal.timeout(5000) });
  }

  async function getJson(path: string): Promise<unknown> {
    const response = await get(path);
    assert.equal(response.status, 200, path);
    return await response.json();
  }

  function keysOf(value: unknown): readonly string[] {
    return Object.keys(value as object).sort();
  }

  it('answers a model, by revision, and with what is asked for', async () => {
    const whole = await getJson(bert);
    assert.ok(keysOf(whole).includes('cardData') && !keysOf(whole).includes('childrenModelCount'));
    const some = await getJson(`${bert}?expand[]=downloads&expand[]=childrenModelCount&expand[]=gguf`);
    assert.deepEqual(keysOf(some), ['_id', 'childrenModelCount', 'downloads', 'id']);
    const { sha } = (await getJson(`${bert}/revision/v1.0`)) as { sha: string };
    assert.equal(sha, '2'.repeat(40));
    assert.equal(((await getJson(`${bert}/revision/refs%2Fpr%2F1`)) as { sha: string }).sha, '3'.repeat(40));
    assert.equal((await get(`${bert}/revision/v9`)).headers.get('x-error-code'), 'RevisionNotFound');
    const { siblings, securityRepoStatus } = (await getJson(`${bert}?blobs=true&securityStatus=true`)) as {
      siblings: { rfilename: string; size: number }[];
      securityRepoStatus: { scansDone: boolean };
    };
    assert.equal(siblings.find(file => file.rfilename === 'model.safetensors')?.size, 17_544_712);
    assert.equal(securityRepoStatus.scansDone, true);
    assert.equal((await get(`${bert}?blobs=true&expand[]=sha`)).status, 400);
    assert.equal((await get(`${bert}?expand[]=nonsense`)).status, 400);
  });

  it('shows no one what is missing, private or disabled', async () => {
    for (const name of ['example-lab/nothing', 'example-lab/private-notes']) {
      const response = await get(`/api/models/${name}`);
      assert.equal(response.status, 401);
      assert.deepEqual(await response.json(), { error: 'Invalid username or password.' });
    }
    assert.equal((await get('/api/models/example-lab/withdrawn')).status, 403);
    const token = { authorization: 'Bearer hf_valid' };
    assert.equal((await get('/api/models/example-lab/private-notes', token)).status, 200);
    assert.equal((await get('/api/models/example-lab/nothing', token)).status, 404);
    await start({ tokens: ['hf_valid'] });
    assert.equal((await get(bert, { authorization: 'Bearer hf_old' })).status, 401);
  });

  it('redirects an old name until somebody takes it', async () => {
    const moved = await get('/api/models/small-bert?expand[]=sha');
    assert.equal(moved.status, 307);
    assert.equal(moved.headers.get('location'), `${bert}?expand[]=sha`);
    assert.equal((await get('/api/models/old-lab/moved-away')).status, 307);
    const taken = (await getJson('/api/models/old-lab/reused-name')) as { id: string };
    assert.equal(taken.id, 'old-lab/reused-name');
  });

  it('tells of scans, files and commits', async () => {
    const scan = (await getJson(`${bert}/scan`)) as { filesWithIssues: { level: string }[] };
    assert.equal(scan.filesWithIssues[0]?.level, 'suspicious');
    const response = await fetch(`${hub.endpoint}${bert}/paths-info/main`, {
      method: 'POST',
      body: JSON.stringify({ paths: ['pytorch_model.bin', 'nothing.bin'], expand: true }),
    });
    const [file, ...others] = (await response.json()) as {
      securityFileStatus: { pickleImportScan: { pickleImports: { name: string }[] } };
    }[];
    assert.deepEqual(others, []);
    assert.equal(file?.securityFileStatus.pickleImportScan.pickleImports[2]?.name, 'eval');
    const first = await get(`${bert}/commits/main?limit=1`);
    assert.equal(first.headers.get('x-total-count'), '2');
    const next = /<http:[^>]+?(\/api[^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1];
    const [commit] = (await getJson(next ?? '')) as { title: string }[];
    assert.equal(commit?.title, 'First version');
  });

  it('gives long lists in pages', async () => {
    const paths = Array.from({ length: 230 }, (_, index) => [`data/part-${index}.bin`, {}]);
    const model = { record: { id: 'a/b' }, files: Object.fromEntries(paths) };
    await start({ records: { models: [model, ...generateModels(120)] } });
    assert.equal((await everyPage('/api/models/a/b/tree/main?recursive=true&expand=true')).length, 231);
    assert.equal((await everyPage('/api/models/a/b/tree/main')).length, 1);
    assert.equal(hub.count('/api/models/a/b/tree/*'), 4);
    assert.equal((await everyPage('/api/models?limit=50&filter=license:mit')).length, 17);
    assert.equal((await everyPage('/api/models?limit=50')).length, 121);
    const { models } = (await getJson('/api/quicksearch?q=model-0000&limit=5')) as { models: unknown[] };
    assert.equal(models.length, 5);
  });

  async function everyPage(path: string): Promise<readonly unknown[]> {
    const response = await get(path);
    const items = (await response.json()) as unknown[];
    const next = /<http:\/\/[^/]+([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
    return next === undefined ? items : [...items, ...(await everyPage(next))];
  }

  it('knows publishers, data sets and licenses', async () => {
    const lab = (await getJson('/api/organizations/example-lab/overview')) as { isVerified: boolean };
    assert.equal(lab.isVerified, true);
    assert.equal((await get('/api/organizations/example-author/overview')).status, 404);
    assert.equal((await get('/api/users/example-author/overview')).status, 200);
    assert.equal((await get('/api/users/constructor/overview')).status, 404);
    assert.equal((await get('/api/datasets/example-lab/reviews')).status, 200);
    const { license } = (await getJson('/api/models-tags-by-type?type=license')) as {
      license: { id: string }[];
    };
    assert.equal(license[0]?.id, 'license:apache-2.0');
  });

  it('serves small files itself and large ones from another host', async () => {
    const small = await get('/example-lab/small-bert/resolve/main/config.json');
    assert.equal(small.status, 307);
    const config = (await getJson(small.headers.get('location') ?? '')) as { model_type: string };
    assert.equal(config.model_type, 'bert');
    const large = await get('/example-lab/small-bert/resolve/v1.0/model.safetensors');
    assert.equal(large.status, 302);
    assert.equal(large.headers.get('x-repo-commit'), '2'.repeat(40));
    const location = large.headers.get('location') ?? '';
    assert.equal(new URL(location).host, hub.files.host);
    const part = await fetch(location, { headers: { range: 'bytes=-8' } });
    assert.equal(part.status, 206);
    assert.equal(part.headers.get('content-range'), 'bytes 17544704-17544711/17544712');
    assert.equal((await part.arrayBuffer()).byteLength, 8);
    assert.equal(hub.files.received.length, 1);
  });

  it('keeps gated files for those who were granted them', async () => {
    await start({ grants: ['hf_granted'] });
    const path = '/example-lab/gated-chat/resolve/main/model.safetensors';
    assert.equal((await get('/api/models/example-lab/gated-chat')).status, 200);
    assert.equal((await get(path)).status, 401);
    assert.equal(
      (await get(path, { authorization: 'Bearer hf_other' })).headers.get('x-error-code'),
      'GatedRepo',
    );
    assert.equal((await get(path, { authorization: 'Bearer hf_granted' })).status, 302);
  });

  it('counts down a window and refuses what is too much', async () => {
    await start({ limit: parseLimit('2/60') });
    const first = await get(bert);
    assert.match(first.headers.get('ratelimit') ?? '', /^"api";r=1;t=60$/);
    assert.equal(first.headers.get('ratelimit-policy'), '"fixed window";"api";q=2;w=60');
    await get(bert);
    const third = await get(bert);
    assert.equal(third.status, 429);
    assert.match(third.headers.get('ratelimit') ?? '', /^"api";r=0;t=\d+$/);
    assert.equal(hub.refusedByLimit, 1);
    assert.equal((await get('/example-lab/small-bert/resolve/main/config.json')).status, 307);
  });

  it('answers as the other hubs do', async () => {
    const license = (await getJson('/repos/example-lab/vision/license')) as { license: { spdx_id: string } };
    assert.equal(license.license.spdx_id, 'BSD-3-Clause');
    assert.equal((await get('/repos/example-lab/old-vision/license')).status, 301);
    assert.equal((await get('/repos/example-lab/unlicensed/license')).status, 404);
    assert.match(await (await get('/example-lab/vision/main/hubconf.py')).text(), /def tiny_net/);
    const manifest = (await getJson('/v2/library/small-chat/manifests/latest')) as {
      layers: { mediaType: string; digest: string }[];
    };
    const digest = manifest.layers.find(layer => layer.mediaType.endsWith('license'))?.digest;
    const text = await fetch(`${hub.endpoint}/v2/library/small-chat/blobs/${digest}`);
    assert.match(await text.text(), /^MIT License/);
    assert.equal((await get('/v2/library/nothing/manifests/latest')).status, 404);
    const { Data } = (await getJson('/api/v1/models/example-lab/small-bert')) as {
      Data: { License: string };
    };
    assert.equal(Data.License, 'Apache License 2.0');
    assert.equal((await get('/api/v1/models/example-lab/small-net/get')).status, 200);
  });

  it('goes wrong as ordered, for as long as ordered', async () => {
    hub.order('/api/models/example-lab/*', '503', 1);
    assert.equal((await get(bert)).status, 503);
    assert.equal((await get(bert)).status, 200);
    assert.equal((await get(bert, { 'x-stand-in-fault': 'gated' })).headers.get('x-error-code'), 'GatedRepo');
    hub.order(bert, { status: 200, headers: {}, body: 'just this' });
    assert.equal(await (await get(bert)).text(), 'just this');
    assert.throws(() => hub.order('*', 'nonsense'), /no fault/);
  });

  it('sends every fault as its help says', async () => {
    const outcomes: Record<string, string> = {};
    for (const name of Object.keys(faults)) {
      outcomes[name] = await outcomeOf(name);
    }
    assert.deepEqual(outcomes, {
      '401': '401 text',
      '403': '403 json',
      '404': '404 text',
      '429': '429 json',
      '500': '500 json',
      '502': '502 json',
      '503': '503 json',
      'bad-token': '200 json',
      gated: '403 json',
      disabled: '403 json',
      missing: '401 json',
      'no-revision': '404 json',
      'no-entry': '404 json',
      renamed: '307 text',
      slow: '200 json',
      hang: 'no reply',
      drip: '200 no end',
      cut: '200 no end',
      long: '200 no end',
      short: '200 text',
      'bad-json': '200 text',
      'gzip-bomb': '200 text',
      huge: '200 text',
      elsewhere: '302 text',
      loop: '307 text',
      html: '200 text',
      'wrong-type': '200 json',
    });
  });

  /** The status, and whether a whole body came that is JSON. */
  async function outcomeOf(name: string): Promise<string> {
    const detail =
      { slow: ':50', 'gzip-bomb': ':2', huge: ':2', elsewhere: `:${hub.files.endpoint}` }[name] ?? '';
    const headers = { 'x-stand-in-fault': name + detail };
    let status: number | undefined;
    try {
      const signal = AbortSignal.timeout(400);
      const response = await fetch(hub.endpoint + bert, { headers, redirect: 'manual', signal });
      status = response.status;
      const text = await response.text();
      return `${status} ${isJson(text) ? 'json' : 'text'}`;
    } catch (error) {
      assert.ok(error instanceof Error);
      return status === undefined ? 'no reply' : `${status} no end`;
    }
  }

  function isJson(text: string): boolean {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  }

  it('packs much into a small body', async () => {
    hub.order('/bomb', 'gzip-bomb:8');
    const [response] = (await once(http.get(`${hub.endpoint}/bomb`), 'response')) as [http.IncomingMessage];
    const packed = Buffer.concat(await response.toArray());
    assert.ok(packed.length < 20_000);
    assert.equal(gunzipSync(packed).length, 8 * 2 ** 20);
  });

  it('keeps what it received', async () => {
    await get(bert, { authorization: 'Bearer hf_secret' });
    assert.equal(hub.received[0]?.url, bert);
    assert.equal(hub.received[0]?.headers.authorization, 'Bearer hf_secret');
    const summary = await (await get('/stand-in/requests')).text();
    assert.ok(summary.includes(bert) && !summary.includes('hf_secret'));
  });

  it('makes any number of models that differ', () => {
    const models = generateModels(1000);
    assert.equal(new Set(models.map(({ record }) => record.id)).size, 1000);
    assert.deepEqual(models[42], generateModels(43)[42]);
    const licenses = models.map(({ record }) => (record['cardData'] as { license?: string }).license);
    assert.equal(new Set(licenses).size, 7);
  });

  it('starts from the command line and says what it can do', async () => {
    const help = await run(['--help']);
    for (const name of [...Object.keys(faults), '--fixtures', '--limit', '--generate']) {
      assert.ok(help.includes(name), name);
    }
    const args = ['--fixtures', 'test/fixtures/hub', '--generate', '3', '--fault', `${bert}=500`];
    const child = spawn(process.execPath, ['--import=tsx', 'scripts/hub.ts', ...args]);
    try {
      const [line] = (await once(child.stdout, 'data')) as [Buffer];
      const endpoint = /^\S+/.exec(line.toString())?.[0];
      assert.equal((await fetch(`${endpoint}/api/models/made-02/model-00002`)).status, 200);
      assert.equal((await fetch(endpoint + bert)).status, 500);
    } finally {
      child.kill();
      await once(child, 'exit');
    }
  });

  async function run(args: readonly string[]): Promise<string> {
    const child = spawn(process.execPath, ['--import=tsx', 'scripts/hub.ts', ...args]);
    let text = '';
    child.stdout.on('data', (piece: Buffer) => {
      text += piece.toString();
    });
    await once(child, 'exit');
    return text;
  }
});
