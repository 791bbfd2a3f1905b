import assert from 'node:assert/strict';
import { faults } from '../../scripts/hub/faults.ts';
import { readRecords } from '../../scripts/hub/read-records.ts';
import { type StandInHub, startStandInHub } from '../../scripts/hub/server.ts';
import { emptyRecord } from '../../src/hub/empty-record.ts';
import { createResolver, type Resolver } from '../../src/hub/resolver.ts';
import { createTransport } from '../../src/node/transport.ts';
import { repositorySession } from '../support/repository-session.ts';
import { createEnvironment } from './support.ts';

const token = 'hf_only_for_its_own_host';
const network = { mayAskNetwork: true };
const timeoutMs = 2500;
/** Three tries of a request, and what a second request after it may take. */
const longest = 5 * timeoutMs;

const id = 'example-lab/small-bert';
const record = emptyRecord('huggingface', id, '');
const withPickle = {
  ...emptyRecord('huggingface', 'example-lab/small-bert-reviews', ''),
  sha: '4444444444444444444444444444444444444444',
  weightFiles: [{ path: 'pytorch_model.bin', format: 'pickle' as const }],
};

interface Answer {
  readonly state: string;
  readonly why?: string;
}

/** Each kind of request: how it is asked, and the addresses that go wrong. */
const kinds: Readonly<
  Record<string, readonly [paths: readonly string[], ask: (resolver: Resolver) => Promise<Answer>]>
> = {
  'a model': [[`/api/models/${id}`], resolver => resolver.resolve('huggingface', id, undefined, network)],
  'a revision of a model': [
    [`/api/models/${id}/revision/*`],
    resolver => resolver.resolve('huggingface', id, 'v1.0', network),
  ],
  'a data set': [
    ['/api/datasets/example-lab/reviews'],
    resolver => resolver.dataset('example-lab/reviews', network),
  ],
  'a publisher': [['/api/organizations/*', '/api/users/*'], resolver => resolver.publisher(record, network)],
  'a scan': [[`/api/models/${id}/scan`], resolver => resolver.scan(record, network)],
  'files of a model': [
    [`/api/models/${withPickle.id}/paths-info/*`],
    resolver => resolver.scan(withPickle, network),
  ],
  'a card': [
    [`/${id}/resolve/*`, '/api/resolve-cache/*'],
    resolver => resolver.card({ ...record, sha: '1111111111111111111111111111111111111111' }, network),
  ],
};

/** Faults with more detail, so that the test is quick, and what may come of each; `unreachable` for those not named. */
const orders: Readonly<Record<string, readonly [order: string, states: readonly string[]]>> = {
  'bad-token': ['bad-token', ['found']],
  slow: ['slow:100', ['found']],
  drip: ['drip:200', ['unreachable']],
  'wrong-type': ['wrong-type', ['found']],
  gated: ['gated', ['gated', 'unreachable']],
  missing: ['missing', ['missing', 'unreachable']],
  '404': ['404', ['missing', 'unreachable']],
  'no-entry': ['no-entry', ['missing', 'unreachable']],
  // Of a model without such a revision the default branch is asked.
  'no-revision': ['no-revision', ['missing', 'unreachable', 'found']],
  renamed: [`renamed:example-lab/small-bert-reviews`, ['found', 'unreachable']],
  'gzip-bomb': ['gzip-bomb:64', ['unreachable']],
  elsewhere: ['elsewhere', ['found']],
};

/** The first half of a text is a text, and a redirect without its address none. */
const statesOfCard: Readonly<Record<string, readonly string[]>> = {
  'bad-json': ['found'],
  short: ['found'],
  'wrong-type': ['unreachable'],
};

/** Kinds of requests to which a fault does something else than to most. */
function allowedOf(kind: string, fault: string): readonly string[] | undefined {
  // What the scan of the repository said stays without its files.
  if (kind === 'files of a model') return ['found'];
  return kind === 'a card' ? statesOfCard[fault] : undefined;
}

/** What a person reads of a fault: what happened, at which host where there is one, and no address, header or code of ours. */
const clearWords =
  /^(the hub (answered \d+( without saying why)?|has no scan of it|denies its default branch)|the answer of (the hub could not be read|127\.0\.0\.1:\d+ is larger than 10? MB)|no (whole answer|answer|connection) (from|to) 127\.0\.0\.1:\d+ within [\d.]+ s|cannot reach 127\.0\.0\.1:\d+( \(\w+\))?|too many redirects from 127\.0\.0\.1:\d+|rate limited( by 127\.0\.0\.1:\d+)?|access refused|disabled|token refused)$/;

describe('a hub that goes wrong', () => {
  let hub: StandInHub;
  let stranger: StandInHub;
  before(async () => {
    const records = readRecords('test/fixtures/hub');
    hub = await startStandInHub({ records });
    stranger = await startStandInHub({ records });
  });
  after(() => Promise.all([hub.close(), stranger.close()]));

  async function askInFault(kind: string, order: string): Promise<Answer & { readonly took: number }> {
    const [paths, ask] = kinds[kind] ?? [[], async () => ({ state: 'no such kind' })];
    for (const path of paths) hub.order(path, order);
    const environment = await createEnvironment(hub.endpoint, { token, timeoutMs });
    const start = Date.now();
    const answer = await ask(createResolver(environment));
    for (const path of paths) hub.order(path, 'slow:0');
    return { ...answer, took: Date.now() - start };
  }

  for (const fault of Object.keys(faults)) {
    it(`with ${fault}: every answer is right or unknown, in clear words and in time`, async () => {
      const [order, states] = orders[fault] ?? [fault, ['unreachable']];
      const what = fault === 'elsewhere' ? `elsewhere:${stranger.endpoint}` : order;
      const answers = await Promise.all(
        Object.keys(kinds).map(async kind => ({ kind, ...(await askInFault(kind, what)) })),
      );
      for (const { kind, state, why, took } of answers) {
        const allowed = allowedOf(kind, fault) ?? states;
        assert.ok(allowed.includes(state), `${kind}: ${state} ${why}`);
        assert.ok(took < longest, `${kind} took ${took} ms`);
        if (state === 'unreachable') assert.match(why ?? '', clearWords, kind);
      }
    }).timeout(60_000);
  }

  it('shows the token to no other host', () => {
    assert.ok(hub.received.some(({ headers }) => headers.authorization === `Bearer ${token}`));
    assert.ok(stranger.received.length > 0);
    assert.deepEqual(
      [...stranger.received, ...stranger.files.received, ...hub.files.received].filter(({ headers, url }) =>
        JSON.stringify([headers, url]).includes(token),
      ),
      [],
    );
  });

  it('makes no finding of its faults', async () => {
    const code = `from transformers import AutoModel\nAutoModel.from_pretrained("${id}", revision="1111111111111111111111111111111111111111")\n`;
    const harmful = [
      '401',
      '403',
      '404',
      'gated',
      'disabled',
      'no-entry',
      'no-revision',
      '503',
      'cut',
      'short',
    ];
    for (const fault of [...harmful, 'bad-json', 'gzip-bomb', 'loop', 'html']) {
      hub.order(`/api/models/${id}*`, orders[fault]?.[0] ?? fault);
      const session = await repositorySession(
        { 'app.py': code, LICENSE: 'MIT License' },
        {
          transport: createTransport({ token: undefined, tokenHost: '', timeoutMs, userAgent: 'test' }),
          overrides: { endpoint: hub.endpoint, network: 'always' },
        },
      );
      const { findings, models } = await session.auditRepository({});
      assert.deepEqual(findings, [], fault);
      assert.notEqual(models[0]?.lookup.state, 'missing', fault);
    }
  }).timeout(120_000);
});
