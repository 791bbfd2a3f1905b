import assert from 'node:assert/strict';
import { client } from '../../src/hub/hugging-face.ts';
import type { HubEnvironment } from '../../src/hub/types.ts';
import type { Lookup } from '../../src/model/record.ts';
import { json, missing, modelReply, redirect, type StandInHub, startHub } from './stand-in-hub.ts';
import { createEnvironment } from './support.ts';

const hour = 3_600_000;

describe('the Hugging Face Hub', () => {
  let hub: StandInHub;
  let stranger: StandInHub;
  let isDown = false;
  const versionsAsked: (string | undefined)[] = [];

  before(async () => {
    stranger = await startHub({ '/elsewhere': json(200, modelReply('some/elsewhere')) });
    hub = await startHub({
      '/api/models/some/model': (response, request, count) =>
        isDown
          ? json(503, 'down')(response, request, count)
          : json(200, modelReply('some/model'))(response, request, count),
      '/api/models/some/versioned': (response, request, count) => {
        const version = request.headers['if-none-match'];
        versionsAsked.push(version);
        if (version === '"1"') response.writeHead(304).end();
        else json(200, modelReply('some/versioned'), { etag: '"1"' })(response, request, count);
      },
      '/api/models/some/old': redirect('/api/models/some/model'),
      '/api/models/some/elsewhere': redirect(`${stranger.endpoint}/elsewhere`),
      '/api/models/some/round': redirect('/api/models/some/round'),
      '/api/models/some/gated': json(403, { error: 'Access is restricted' }, { 'x-error-code': 'GatedRepo' }),
      '/api/models/some/disabled': json(403, { error: 'Access to this resource is disabled.' }),
      '/api/models/some/proxy': json(401, 'sign in to the company network'),
      '/api/models/some/broken': json(200, '{"id": "some/bro'),
      '/api/models/some/portal': json(200, '<html>Welcome</html>'),
      '/api/models/some/slow': () => undefined,
      '/api/models/some/cut': response => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"id":');
        setTimeout(() => response.destroy(), 20);
      },
      '/api/models/some/busy': (response, request, count) =>
        count === 1
          ? json(429, {}, { ratelimit: '"api";r=0;t=1' })(response, request, count)
          : json(200, modelReply('some/busy'))(response, request, count),
      '/api/models/some/blocked': json(429, {}, { ratelimit: '"api";r=0;t=200' }),
      '/api/models/some/public': (response, request, count) =>
        request.headers.authorization
          ? json(401, { error: 'Invalid credentials in Authorization header' })(response, request, count)
          : json(200, modelReply('some/public'))(response, request, count),
      '/api/models/some/private': (response, request, count) =>
        request.headers.authorization
          ? json(401, { error: 'Invalid credentials in Authorization header' })(response, request, count)
          : missing(response, request, count),
      '/api/models/some/model/revision/refs%2Fpr%2F1': json(404, {}, { 'x-error-code': 'RevisionNotFound' }),
    });
  });
  after(() => Promise.all([hub.close(), stranger.close()]));

  async function ask(
    target: string,
    options: { token?: string; timeoutMs?: number; revision?: string } = {},
  ): Promise<Lookup> {
    const environment = await createEnvironment(hub.endpoint, options);
    return await askIn(environment, target, true, options.revision);
  }

  function askIn(
    environment: HubEnvironment,
    target: string,
    mayAskNetwork: boolean,
    revision?: string,
  ): Promise<Lookup> {
    return client.lookup({ target, revision }, environment, { mayAskNetwork });
  }

  it('reads a record', async () => {
    const lookup = await ask('some/model');
    assert.equal(lookup.state, 'found');
    assert.ok(lookup.state === 'found');
    assert.equal(lookup.from, 'live');
    assert.equal(lookup.movedFrom, undefined);
    assert.equal(lookup.record.license?.id, 'apache-2.0');
    assert.equal(lookup.record.parameters, 110);
    assert.deepEqual(lookup.record.weightFormats, ['safetensors', 'pickle']);
    assert.deepEqual(lookup.record.languages, ['en']);
    assert.equal(lookup.record.url, `${hub.endpoint}/some/model`);
  });

  it('follows a renamed model and says so', async () => {
    const lookup = await ask('some/old');
    assert.ok(lookup.state === 'found');
    assert.equal(lookup.record.id, 'some/model');
    assert.equal(lookup.movedFrom, 'some/old');
  });

  it('sends no token to another host', async () => {
    const lookup = await ask('some/elsewhere', { token: 'hf_secret' });
    assert.equal(lookup.state, 'found');
    assert.equal(hub.requests.at(-1)?.authorization, 'Bearer hf_secret');
    assert.deepEqual(stranger.requests, [{ path: '/elsewhere', authorization: undefined }]);
  });

  it('calls a model missing only where the hub says so', async () => {
    const anonymous = await ask('some/nothing');
    assert.ok(anonymous.state === 'missing' && anonymous.mayBePrivate);
    const known = await ask('some/nothing', { token: 'hf_valid' });
    assert.ok(known.state === 'missing' && known.mayBePrivate);
    assert.equal((await ask('some/proxy')).state, 'unreachable');
  });

  it('tries once more without a refused token', async () => {
    assert.equal((await ask('some/public', { token: 'hf_bad' })).state, 'found');
    assert.deepEqual(await ask('some/private', { token: 'hf_bad' }), {
      state: 'unreachable',
      why: 'token refused',
    });
  });

  it('asks with a refused token no second time, and says so once', async () => {
    const warnings: string[] = [];
    const log = { info: () => undefined, warn: (words: string) => void warnings.push(words) };
    const environment = { ...(await createEnvironment(hub.endpoint, { token: 'hf_bad' })), log };
    await askIn(environment, 'some/public', true);
    const before = hub.requests.length;
    await askIn(environment, 'some/private', true);
    assert.deepEqual(
      hub.requests.slice(before).map(({ authorization }) => authorization),
      [undefined],
    );
    assert.deepEqual(warnings, [`${hub.host} refuses the token, so that it is asked without it.`]);
  });

  it('sends a token that expired with the first requests alone, not with all that wait behind them', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => `many/model-${n}`);
    const expired = await startHub(
      Object.fromEntries(
        ids.map(id => [
          `/api/models/${id}`,
          (response, request, count) =>
            request.headers.authorization
              ? json(401, { error: 'Invalid credentials in Authorization header' })(response, request, count)
              : json(200, modelReply(id))(response, request, count),
        ]),
      ),
    );
    const environment = await createEnvironment(expired.endpoint, { token: 'hf_expired' });
    const lookups = await Promise.all(ids.map(id => askIn(environment, id, true)));
    assert.ok(lookups.every(({ state }) => state === 'found'));
    const refused = expired.requests.filter(({ authorization }) => authorization !== undefined).length;
    assert.ok(refused <= 8, `${refused} requests with the token`);
    assert.equal(expired.requests.length, 60 + refused);
    await expired.close();
  });

  it('asks for a revision that no address can hold as for any other', async () => {
    assert.equal((await ask('some/model', { revision: '\ud800' })).state, 'missing');
    assert.ok(hub.requests.some(({ path }) => path === '/api/models/some/model/revision/%EF%BF%BD'));
  });

  it('looks at the default branch when the revision does not exist', async () => {
    assert.equal((await ask('some/model', { revision: 'refs/pr/1' })).state, 'found');
  });

  it('takes no commit of the default branch for that of a revision that does not exist', async () => {
    const environment = await createEnvironment(hub.endpoint);
    for (const from of ['live', 'cache']) {
      const lookup = await askIn(environment, 'some/model', true, 'refs/pr/1');
      assert.ok(lookup.state === 'found');
      assert.equal(lookup.record.sha, undefined);
      assert.equal(lookup.from, from);
    }
    const lookup = await askIn(environment, 'some/model', true);
    assert.ok(lookup.state === 'found' && lookup.record.sha !== undefined);
  });

  it('tells gated from disabled', async () => {
    assert.deepEqual(await ask('some/gated'), { state: 'gated' });
    assert.deepEqual(await ask('some/disabled'), { state: 'unreachable', why: 'disabled' });
  });

  it('never makes a finding of a fault', async () => {
    for (const name of ['broken', 'portal', 'cut', 'round']) {
      assert.equal((await ask(`some/${name}`)).state, 'unreachable', name);
    }
    const slow = await ask('some/slow', { timeoutMs: 100 });
    assert.deepEqual(slow, { state: 'unreachable', why: `no answer from ${hub.host} within 0.06 s` });
  });

  it('waits when asked to, but not for long', async () => {
    assert.equal((await ask('some/busy')).state, 'found');
    const why = `rate limited by ${hub.host}`;
    assert.deepEqual(await ask('some/blocked'), { state: 'unreachable', why });
    assert.equal(hub.requests.filter(request => request.path.endsWith('blocked')).length, 1);
  });

  it('ends when the caller gives up', async () => {
    const environment = await createEnvironment(hub.endpoint);
    const signal = AbortSignal.timeout(30);
    const lookup = await client.lookup({ target: 'some/slow', revision: undefined }, environment, {
      mayAskNetwork: true,
      signal,
    });
    assert.deepEqual(lookup, { state: 'unreachable', why: 'cancelled' });
  });

  it('skips what cannot be an id', async () => {
    for (const target of ['./model', 'a/b/c', 'a--b', '/tmp/x', 'x.git', '', '-a', 'a/', 'a b']) {
      assert.equal((await ask(target)).state, 'skipped', target);
    }
  });

  it('prefers a fresh answer kept, then the hub, then a stale answer', async () => {
    const environment = await createEnvironment(hub.endpoint);
    const from = async (mayAskNetwork: boolean): Promise<string> => {
      const lookup = await askIn(environment, 'some/model', mayAskNetwork);
      return lookup.state === 'found' ? lookup.from : lookup.state;
    };
    assert.equal(await from(false), 'unreachable');
    assert.equal(await from(true), 'live');
    assert.equal(await from(true), 'cache');
    environment.clock.advance(25 * hour);
    assert.equal(await from(false), 'cache');
    isDown = true;
    assert.equal(await from(true), 'cache');
    isDown = false;
    assert.equal(await from(true), 'live');
  });

  it('asks whether a stale answer still holds, and takes it for new when it does', async () => {
    const environment = await createEnvironment(hub.endpoint);
    const first = await askIn(environment, 'some/versioned', true);
    environment.clock.advance(25 * hour);
    const second = await askIn(environment, 'some/versioned', true);
    assert.ok(first.state === 'found' && second.state === 'found');
    assert.deepEqual(JSON.parse(JSON.stringify(second.record)), JSON.parse(JSON.stringify(first.record)));
    assert.equal(second.from, 'live');
    assert.ok(second.at > first.at);
    assert.deepEqual(versionsAsked, [undefined, '"1"']);
    const third = await askIn(environment, 'some/versioned', true);
    assert.ok(third.state === 'found' && third.from === 'cache');
  });

  it('answers from the snapshot when offline', async () => {
    const environment = await createEnvironment('http://127.0.0.1:1');
    for (const mayAskNetwork of [false, true]) {
      const lookup = await askIn(environment, 'bert-base-uncased', mayAskNetwork);
      assert.ok(lookup.state === 'found');
      assert.equal(lookup.from, 'snapshot');
      assert.equal(lookup.record.id, 'google-bert/bert-base-uncased');
      assert.equal(lookup.movedFrom, 'bert-base-uncased');
    }
    const unknown = await askIn(environment, 'nobody/nothing-at-all', false);
    assert.ok(unknown.state === 'unreachable');
    assert.match(unknown.why, /^offline: not in the snapshot of \d{4}-\d\d-\d\d$/);
  });
});
