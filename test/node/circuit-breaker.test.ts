import assert from 'node:assert/strict';
import { createCircuitBreaker } from '../../src/node/circuit-breaker.ts';
import { json, startHub } from '../hub/stand-in-hub.ts';
import { transport } from './support.ts';

describe('a hub that fails again and again', () => {
  it('costs the patience of a few requests, not of all', async () => {
    const hub = await startHub({ '/api/x': () => undefined });
    const sender = transport({ timeoutMs: 500, maxConcurrent: 4 });
    const ask = async () => {
      const sent = sender.send({ method: 'GET', url: `${hub.endpoint}/api/x`, isPatient: true });
      return await sent.then(String, (error: Error) => error.message);
    };
    const answers = await Promise.all(Array.from({ length: 100 }, ask));
    assert.ok(hub.requests.length <= 8, `${hub.requests.length} requests`);
    const late = `no answer from ${hub.host} within 0.3 s`;
    assert.equal(answers[0], late);
    assert.match(
      answers.at(-1) ?? '',
      /^no answer from 127\.0\.0\.1:\d+ within 0\.3 s, \d times in a row; asked again in \d+ s$/,
    );
    await hub.close();
  });

  it('is left alone as well when its gateway answers that it is unavailable, and others are not', async () => {
    const hub = await startHub({ '/api/x': json(503, 'busy', { 'retry-after': '60' }) });
    const other = await startHub({ '/api/x': json(200, '{}') });
    const sender = transport();
    const send = ({ endpoint }: typeof hub) => sender.send({ method: 'GET', url: `${endpoint}/api/x` });
    for (const _ of [1, 2, 3, 4, 5]) assert.equal((await send(hub)).status, 503);
    await assert.rejects(send(hub), {
      message: `${hub.host} answered 503, 5 times in a row; asked again in 60 s`,
    });
    assert.equal(hub.requests.length, 5);
    assert.equal((await send(other)).status, 200);
    await Promise.all([hub.close(), other.close()]);
  });

  it('is tried again by one request after a while, and asked by all once it answers', () => {
    let now = 0;
    const breaker = createCircuitBreaker(() => now);
    const fail = () => breaker.failed('hub.test', 'silence');
    for (const _ of [1, 2, 3, 4]) fail();
    breaker.succeeded('hub.test');
    for (const _ of [1, 2, 3, 4]) fail();
    assert.equal(breaker.blocked('hub.test'), undefined);
    fail();
    assert.equal(breaker.blocked('hub.test'), 'silence, 5 times in a row; asked again in 60 s');
    now += 60_000;
    assert.equal(breaker.blocked('hub.test'), undefined);
    assert.ok(breaker.blocked('hub.test') !== undefined, 'one request is enough to try');
    breaker.succeeded('hub.test');
    assert.equal(breaker.blocked('hub.test'), undefined);
  });

  it('is tried by the next request when the one that tried told nothing', () => {
    let now = 0;
    const breaker = createCircuitBreaker(() => now);
    for (const _ of [1, 2, 3, 4, 5]) breaker.failed('hub.test', 'silence');
    breaker.over('hub.test');
    assert.ok(breaker.blocked('hub.test') !== undefined, 'those that failed do not shorten the pause');
    now += 60_000;
    assert.equal(breaker.blocked('hub.test'), undefined);
    // Whoever asked has left.
    breaker.over('hub.test');
    assert.equal(breaker.blocked('hub.test'), undefined);
    breaker.failed('hub.test', 'silence');
    breaker.over('hub.test');
    assert.ok(breaker.blocked('hub.test') !== undefined);
  });
});
