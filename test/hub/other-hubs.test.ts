import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { readRecords } from '../../scripts/hub/read-records.ts';
import { type StandInHub, startStandInHub } from '../../scripts/hub/server.ts';
import type { HubAddresses } from '../../src/hub/addresses.ts';
import { createResolver } from '../../src/hub/resolver.ts';
import type { HubEnvironment } from '../../src/hub/types.ts';
import { identifyFact } from '../../src/license/identify-fact.ts';
import type { Transport, TransportReply } from '../../src/model/outside.ts';
import type { FoundLookup, LicenseFact, Lookup } from '../../src/model/record.ts';
import type { Hub } from '../../src/model/reference.ts';
import { createCache } from '../../src/node/cache.ts';
import { createEnvironment, type TestEnvironment } from './support.ts';

const records = readRecords(fileURLToPath(new URL('../fixtures/hub', import.meta.url)));
const nowhere = 'http://127.0.0.1:1';
const day = 86_400_000;

/** The hubs with an address of their own: one model each that is there and one that is not. */
const asked: readonly { readonly hub: Hub; readonly known: string; readonly unknown: string }[] = [
  { hub: 'pytorch-hub', known: 'example-lab/vision', unknown: 'example-lab/nothing' },
  { hub: 'ollama', known: 'small-chat', unknown: 'small-chat:70b' },
  { hub: 'modelscope', known: 'example-lab/small-bert', unknown: 'example-lab/nothing' },
  {
    hub: 'kaggle',
    known: 'example-lab/small-net/tensorFlow2/224',
    unknown: 'example-lab/nothing/tensorFlow2/224',
  },
];

function allAt(endpoint: string): HubAddresses {
  return { github: endpoint, kaggle: endpoint, modelscope: endpoint, ollama: endpoint, tfhub: endpoint };
}

async function look(
  environment: HubEnvironment,
  hub: Hub,
  target: string,
  options: { readonly revision?: string; readonly mayAskNetwork?: boolean } = {},
): Promise<Lookup> {
  const { revision, mayAskNetwork = true } = options;
  return await createResolver(environment).resolve(hub, target, revision, { mayAskNetwork });
}

describe('the hubs beside Hugging Face', () => {
  let hub: StandInHub;
  let environment: TestEnvironment;
  beforeEach(async () => {
    hub = await startStandInHub({ records });
    environment = await createEnvironment(nowhere, { token: 'hf_secret', addresses: allAt(hub.endpoint) });
  });
  afterEach(() => hub.close());

  async function find(name: Hub, target: string, revision?: string): Promise<FoundLookup> {
    const lookup = await look(environment, name, target, revision === undefined ? {} : { revision });
    assert.ok(lookup.state === 'found', JSON.stringify(lookup));
    return lookup;
  }

  async function licenseOf(name: Hub, target: string, revision?: string): Promise<LicenseFact | undefined> {
    return (await find(name, target, revision)).record.license;
  }

  describe('all of them', () => {
    it('find what is there and miss what is not', async () => {
      for (const { hub: name, known, unknown } of asked) {
        assert.equal((await find(name, known)).record.hub, name);
        assert.equal((await look(environment, name, unknown)).state, 'missing', name);
      }
    });

    it('never see the token of the Hugging Face Hub', async () => {
      for (const { hub: name, known, unknown } of asked) {
        await Promise.all([known, unknown].map(target => look(environment, name, target)));
      }
      const received = [...hub.received, ...hub.files.received];
      assert.ok(received.length >= 8);
      for (const { url, headers } of received) assert.equal(headers.authorization, undefined, url);
    });

    it('are asked again when an answer is old, and not before', async () => {
      for (const { hub: name, known, unknown } of asked) {
        await look(environment, name, known);
        await look(environment, name, unknown);
        const requests = hub.received.length;
        assert.equal((await find(name, known)).from, 'cache', name);
        assert.equal((await look(environment, name, unknown, { mayAskNetwork: false })).state, 'missing');
        assert.equal(hub.received.length, requests, name);
        environment.clock.advance(day / 12);
        await look(environment, name, unknown);
        assert.ok(hub.received.length > requests, `${name}: what was missing may be there by now`);
        environment.clock.advance(day);
        assert.equal((await find(name, known)).from, 'live', name);
      }
    });

    it('answer from what was kept when they cannot be reached', async () => {
      for (const { hub: name, known } of asked) {
        await look(environment, name, known);
        environment.clock.advance(2 * day);
        const offline = await look(environment, name, known, { mayAskNetwork: false });
        assert.ok(offline.state === 'found' && offline.from === 'cache', name);
      }
      hub.order('*', '403');
      for (const { hub: name, known } of asked) assert.equal((await find(name, known)).from, 'cache', name);
    });

    it('are not asked offline', async () => {
      for (const { hub: name, known } of asked) {
        const lookup = await look(environment, name, known, { mayAskNetwork: false });
        assert.ok(lookup.state === 'unreachable');
        assert.match(lookup.why, /^offline: \w+ was not asked$/);
      }
      assert.equal(hub.received.length, 0);
    });

    it('are never told an id that stays on this machine', async () => {
      const guarded = { ...environment, isPrivate: (id: string) => /^(example-lab\/|small-chat)/.test(id) };
      const page = 'https://www.kaggle.com/models/example-lab/small-net/tensorFlow2/224';
      const tfhub = 'https://tfhub.dev/example-lab/small-net/4';
      const questions = [...asked, { hub: 'url', known: page }, { hub: 'url', known: tfhub }] as const;
      for (const { hub: name, known } of questions) {
        const lookup = await look(guarded, name, known);
        assert.ok(lookup.state === 'skipped' || lookup.state === 'unreachable', name);
        assert.match(lookup.why, /stays on this machine/);
      }
      assert.equal(hub.received.length, 0);
    });

    it('are asked once by all programs that ask at the same time', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'ptm-audit-'));
      for (const { hub: name, known } of asked) {
        const clock = { now: () => new Date() };
        const programs = [1, 2, 3].map(() => ({ ...environment, clock, cache: createCache(folder) }));
        const lookups = await Promise.all(programs.map(program => look(program, name, known)));
        assert.ok(lookups.every(lookup => lookup.state === 'found'));
      }
      await rm(folder, { recursive: true });
      assert.deepEqual(
        hub.received.map(({ url }) => url),
        [...new Set(hub.received.map(({ url }) => url))],
      );
    });

    it('are not asked for what cannot be an id of theirs', async () => {
      const targets = [
        '',
        '..',
        '../..',
        'a/../b',
        'a b',
        'a/b?c',
        'a/b#c',
        '/a/b',
        'a//b',
        'a\nb/c',
        '%2e/x',
      ];
      for (const { hub: name } of asked) {
        for (const target of targets) {
          assert.equal((await look(environment, name, target)).state, 'skipped', `${name} ${target}`);
        }
      }
      assert.equal(hub.received.length, 0);
    });

    it('heal a damaged cache', async () => {
      for (const { hub: name, known } of asked) {
        await look(environment, name, known);
        for (const [key, entry] of environment.cache.entries) {
          environment.cache.entries.set(key, { ...entry, value: { state: 'found', record: [] } });
        }
        assert.equal((await find(name, known)).from, 'live', name);
      }
    });
  });

  it('make no finding of any fault', async function () {
    this.timeout(60_000);
    const faults = [
      ...['401', '403', '404', '429:60', '500', '503', 'gated', 'missing', 'hang', 'drip', 'cut', 'long'],
      ...['bad-json', 'gzip-bomb:64', 'huge', 'html', 'loop', `elsewhere:${hub.files.endpoint}`],
    ];
    for (const fault of faults) {
      await Promise.all(
        asked.map(async ({ hub: name, known }) => {
          const broken = await startStandInHub({ records });
          broken.order('*', fault);
          const addresses = allAt(broken.endpoint);
          const lookup = await look(
            await createEnvironment(nowhere, { timeoutMs: 400, addresses }),
            name,
            known,
          );
          await broken.close();
          assert.equal(lookup.state, 'unreachable', `${fault}: ${name} ${JSON.stringify(lookup)}`);
        }),
      );
    }
  });

  it('read any reply without harm', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...asked),
        fc.constantFrom(200, 404),
        fc.oneof(fc.json(), fc.string(), replyLike),
        async ({ hub: name, known }, status, body) => {
          const reply: TransportReply = { status, headers: {}, body, url: 'https://hub.test/' };
          const hostile = { ...environment, transport: { send: async () => reply } };
          environment.cache.entries.clear();
          const lookup = await look(hostile, name, known);
          assert.notEqual(lookup.state, 'skipped');
          assert.ok(lookup.state !== 'found' || lookup.record.id.length > 0);
          const again = await look(hostile, name, known, { mayAskNetwork: false });
          assert.equal(again.state, lookup.state);
          if (again.state === 'found' && lookup.state === 'found') {
            assert.equal(JSON.stringify(again.record), JSON.stringify(lookup.record), name);
            assert.ok(name !== 'pytorch-hub' || lookup.record.license?.id !== '', body);
          }
        },
      ),
    );
  });

  describe('GitHub', () => {
    it('states the license of a repository', async () => {
      const { record, movedFrom } = await find('pytorch-hub', 'example-lab/vision', 'v0.10.0');
      assert.deepEqual(record.license, {
        id: 'BSD-3-Clause',
        name: undefined,
        link: 'https://github.com/example-lab/vision/blob/main/LICENSE',
        source: 'hub',
      });
      assert.equal(record.url, 'https://github.com/example-lab/vision');
      assert.equal(record.hasCustomCode, true);
      assert.equal(movedFrom, undefined);
      assert.equal(hub.received[0]?.url, '/repos/example-lab/vision/license?ref=v0.10.0');
    });

    it('follows a repository that moved, and says so', async () => {
      const { record, movedFrom } = await find('pytorch-hub', 'example-lab/old-vision');
      assert.equal(record.id, 'example-lab/vision');
      assert.equal(movedFrom, 'example-lab/old-vision');
    });

    it('gives the text where it knows no id for it', async () => {
      const license = await licenseOf('pytorch-hub', 'example-lab/own-terms');
      assert.equal(license?.id, 'other');
      assert.equal(license?.text, 'Ask us before you use this.');
    });

    it('takes a text that cannot be read for a license all the same', async () => {
      const body = { html_url: 'https://github.com/a/b/blob/main/LICENSE', content: '???', license: null };
      hub.order('/repos/a/b/license', { status: 200, headers: {}, body: JSON.stringify(body) });
      assert.equal((await licenseOf('pytorch-hub', 'a/b'))?.id, 'other');
    });

    it('tells a repository without a license from one that is not there', async () => {
      assert.equal((await licenseOf('pytorch-hub', 'example-lab/unlicensed'))?.id, '');
      // At another revision there may have been one.
      assert.equal(await licenseOf('pytorch-hub', 'example-lab/unlicensed', 'v2'), undefined);
    });

    it('says when it counts too many requests', async () => {
      const headers = { 'x-ratelimit-remaining': '0' };
      hub.order('/repos/*', { status: 403, headers, body: '{"message":"API rate limit exceeded"}' });
      assert.deepEqual(await look(environment, 'pytorch-hub', 'example-lab/vision'), {
        state: 'unreachable',
        why: 'rate limited by GitHub',
      });
    });
  });

  describe('Ollama', () => {
    it('gives the license as a text, which is read', async () => {
      const { record } = await find('ollama', 'small-chat');
      assert.equal(record.id, 'small-chat:latest');
      assert.equal(record.license?.name, 'MIT License');
      assert.match(record.license?.text ?? '', /^MIT License/);
      assert.equal(record.parameters, 1_100_000_000);
      assert.equal(record.architecture, 'llama');
      assert.deepEqual(record.weightFormats, ['gguf']);
      assert.equal(record.url, 'https://ollama.com/library/small-chat:latest');
    });

    it('says when a model has no license', async () => {
      const { record } = await find('ollama', 'example-lab/quiet:7b');
      assert.equal(record.license?.id, '');
      assert.equal(record.id, 'example-lab/quiet:7b');
    });

    it('takes a policy for an annex of the license before it', async () => {
      await hub.close();
      const mit = records.ollama['library/small-chat:latest']?.licenses?.[0] ?? '';
      const policy = 'Example Acceptable Use Policy\n\nDo no harm.';
      const ollama = {
        'library/annexed:latest': { licenses: [mit, policy] },
        'library/several:latest': { licenses: [mit, 'Some other license'] },
      };
      hub = await startStandInHub({ records: { ollama } });
      environment = await createEnvironment(nowhere, { addresses: allAt(hub.endpoint) });
      assert.equal((await licenseOf('ollama', 'annexed'))?.text, mit);
      const several = await licenseOf('ollama', 'several');
      assert.equal(several?.text, undefined);
      assert.equal(several?.name, 'MIT License; Some other license');
    });

    it('fetches no layer that is larger than a license', async () => {
      const digest = `sha256:${'0'.repeat(64)}`;
      const layer = { mediaType: 'application/vnd.ollama.image.license', digest, size: 2 ** 31 };
      const body = JSON.stringify({ config: { ...layer, size: 1 }, layers: [layer] });
      hub.order('/v2/*/manifests/*', { status: 200, headers: {}, body });
      assert.equal((await look(environment, 'ollama', 'small-chat')).state, 'unreachable');
      assert.equal(hub.received.filter(({ url }) => url.includes('/blobs/')).length <= 1, true);
    });
  });

  describe('ModelScope', () => {
    it('states facts as it words them', async () => {
      const { record } = await find('modelscope', 'example-lab/small-bert');
      assert.equal(record.license?.id, 'Apache License 2.0');
      assert.equal(record.task, 'fill-mask');
      assert.equal(record.createdAt, '2023-03-01T09:00:00.000Z');
      assert.equal(record.downloads, undefined);
    });
  });

  describe('Kaggle', () => {
    it('states the license of a variation', async () => {
      assert.equal((await licenseOf('kaggle', 'example-lab/small-net/TensorFlow2/224'))?.id, 'Apache 2.0');
      const torch = await licenseOf('kaggle', 'example-lab/small-net/pyTorch/small-net-pt');
      assert.equal(torch?.id, 'CC BY-NC 4.0');
      assert.equal(await licenseOf('kaggle', 'example-lab/small-net/jax/another'), undefined);
    });

    it('is where an address on tfhub.dev leads', async () => {
      const page = `${hub.endpoint}/models/example-lab/small-net/frameworks/TensorFlow2/variations/224/versions/2`;
      hub.order('/example-lab/small-net/4', { status: 301, headers: { location: page }, body: '' });
      const address = 'https://tfhub.dev/example-lab/small-net/4';
      const { record } = await find('url', address);
      assert.equal(record.id, 'example-lab/small-net/TensorFlow2/224');
      assert.equal(record.license?.id, 'Apache 2.0');
      const offline = await look(environment, 'url', address, { mayAskNetwork: false });
      assert.ok(offline.state === 'found' && offline.from === 'cache');
      const lost = await look(environment, 'url', 'https://tfhub.dev/example-lab/gone/1');
      assert.equal(lost.state, 'unreachable');
    });

    it('is asked with the patience of an audit, and once by all programs, where an address leads', async () => {
      const page = `${hub.endpoint}/models/example-lab/small-net/frameworks/TensorFlow2/variations/224/versions/2`;
      hub.order('/example-lab/small-net/4', { status: 301, headers: { location: page }, body: '' });
      const patience: (boolean | undefined)[] = [];
      const transport: Transport = {
        send(request) {
          patience.push(request.isPatient);
          return environment.transport.send(request);
        },
      };
      const folder = await mkdtemp(join(tmpdir(), 'ptm-audit-'));
      const clock = { now: () => new Date() };
      const options = { mayAskNetwork: true, isPatient: true };
      const lookups = await Promise.all(
        [1, 2, 3].map(() =>
          createResolver({ ...environment, transport, clock, cache: createCache(folder) }).resolve(
            'url',
            'https://tfhub.dev/example-lab/small-net/4',
            undefined,
            options,
          ),
        ),
      );
      await rm(folder, { recursive: true });
      assert.ok(lookups.every(lookup => lookup.state === 'found'));
      assert.equal(hub.count('/example-lab/small-net/4'), 1);
      assert.deepEqual(patience, [true, true]);
    });

    it('has the presets of Keras', async () => {
      hub.order('/api/v1/models/keras/gemma2/get', {
        status: 200,
        headers: {},
        body: JSON.stringify({
          ref: 'keras/gemma2',
          instances: [{ framework: 'keras', slug: 'gemma2_2b_en', licenseName: 'Gemma' }],
        }),
      });
      const { record } = await find('keras', 'gemma2_2b_en');
      assert.equal(record.id, 'keras/gemma2/keras/gemma2_2b_en');
      assert.equal(record.license?.id, 'Gemma');
      assert.equal(record.parameters, 2_614_341_888);
    });
  });

  it('state licenses that can be judged', async () => {
    const licenses = [
      await licenseOf('pytorch-hub', 'example-lab/vision'),
      await licenseOf('modelscope', 'example-lab/small-bert'),
      await licenseOf('kaggle', 'example-lab/small-net/tensorFlow2/224'),
      await licenseOf('kaggle', 'example-lab/small-net/pyTorch/small-net-pt'),
    ];
    assert.deepEqual(
      licenses
        .map(license => license && identifyFact(license))
        .map(it => it?.kind === 'spdx' && it.expression),
      ['BSD-3-Clause', 'Apache-2.0', 'Apache-2.0', 'CC-BY-NC-4.0'],
    );
  });
});

/** Replies of the right outline with anything under their keys. */
const digest = `sha256:${'a'.repeat(64)}`;
const replyLike = fc
  .record({
    Code: fc.constantFrom<unknown>(200, 404, '200'),
    Message: fc.jsonValue(),
    message: fc.constantFrom<unknown>('Not Found', 'x', 1),
    Data: fc.oneof(
      fc.jsonValue(),
      fc.record({
        Name: fc.jsonValue(),
        Path: fc.jsonValue(),
        License: fc.jsonValue(),
        CreatedTime: fc.double(),
        Tasks: fc.jsonValue(),
      }),
    ),
    ref: fc.jsonValue(),
    instances: fc.oneof(fc.jsonValue(), fc.array(fc.record({ licenseName: fc.jsonValue() }))),
    full_name: fc.jsonValue(),
    html_url: fc.oneof(fc.jsonValue(), fc.constant('https://github.com/a/b/blob/main/LICENSE')),
    content: fc.jsonValue(),
    license: fc.oneof(fc.jsonValue(), fc.record({ spdx_id: fc.jsonValue() })),
    config: fc.oneof(fc.jsonValue(), fc.constant({ mediaType: 'x', digest })),
    layers: fc.oneof(
      fc.jsonValue(),
      fc.array(fc.constant({ mediaType: 'application/vnd.ollama.image.license', digest, size: 1 })),
    ),
    errors: fc.oneof(fc.jsonValue(), fc.constant([{ code: 'MANIFEST_UNKNOWN' }])),
  })
  .map(reply => JSON.stringify(reply));
