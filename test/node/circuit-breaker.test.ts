import assert from 'node:assert/strict';
import { createCircuitBreaker, type Pauses, standardPauses } from '../../src/node/circuit-breaker.ts';
import { json, startHub } from '../hub/stand-in-hub.ts';
import { transport } from './support.ts';

/** Shorter than the standard ones, so that tests need not wait as people would. */
const pauses: Pauses = { first: 1500, longest: 6000, soon: 2000, shortOutage: 20_000 };

describe('a hub that fails again and again', () => {
  it('costs the patience of a few requests, not of all', async () => {
    const hub = await startHub({ '/api/x': () => undefined });
    const sender = transport({ timeoutMs: 500, maxConcurrent: 4, pauses: { ...pauses, shortOutage: 0 } });
    const ask = async () => {
      const sent = sender.send({ method: 'GET', url: `${hub.endpoint}/api/x`, isPatient: true });
      return await sent.then(String, (error: Error) => error.message);
    };
    const answers = await Promise.all(Array.from({ length: 400 }, ask));
    assert.ok(hub.requests.length <= 10, `${hub.requests.length} requests`);
    const words =
      /^no answer from 127\.0\.0\.1:\d+ within 0\.3 s(, \d+ times in a row; asked again in \d s)?$/;
    for (const answer of answers) assert.match(answer, words);
    assert.ok(answers.filter(answer => answer.includes('asked again')).length > 390);
    await hub.close();
  });

  it('costs an audit nothing when it is back soon', async () => {
    const hub = await startHub({
      '/api/x': (response, request, count) => json(count <= 30 ? 503 : 200, '{}')(response, request, count),
    });
    const sender = transport({ maxConcurrent: 8, pauses });
    const ask = async () =>
      (await sender.send({ method: 'GET', url: `${hub.endpoint}/api/x`, isPatient: true })).status;
    const answers = await Promise.all(Array.from({ length: 400 }, ask));
    assert.deepEqual(new Set(answers), new Set([200]));
    await hub.close();
  });

  it('is not waited for where this machine has no network', async () => {
    const breaker = createCircuitBreaker();
    for (const _ of [1, 2, 3, 4, 5]) breaker.failed('hub.test', 'cannot reach hub.test (ENOTFOUND)', false);
    assert.equal(breaker.pauseOf('hub.test')?.endsSoon, false);
  });

  it('is left alone as well when its gateway answers that it is unavailable, and others are not', async () => {
    const hub = await startHub({ '/api/x': json(503, 'busy', { 'retry-after': '60' }) });
    const other = await startHub({ '/api/x': json(200, '{}') });
    const sender = transport();
    const send = ({ endpoint }: typeof hub) => sender.send({ method: 'GET', url: `${endpoint}/api/x` });
    for (const _ of [1, 2, 3, 4, 5]) assert.equal((await send(hub)).status, 503);
    await assert.rejects(send(hub), {
      message: `${hub.host} answered 503, 5 times in a row; asked again in 5 s`,
    });
    assert.equal(hub.requests.length, 5);
    assert.equal((await send(other)).status, 200);
    await Promise.all([hub.close(), other.close()]);
  });

  function failing() {
    let now = 0;
    const breaker = createCircuitBreaker(standardPauses, () => now);
    return {
      ...breaker,
      fail: (times: number) => {
        for (let count = 0; count < times; count += 1) breaker.failed('hub.test', 'silence');
      },
      pass: (seconds: number) => {
        now += seconds * 1000;
      },
      pause: () => breaker.pauseOf('hub.test'),
      begin: () => breaker.begin('hub.test'),
      over: () => breaker.over('hub.test'),
    };
  }

  it('is tried again by one request after a while, and asked by all once it answers', () => {
    const { fail, pause, pass, begin, succeeded } = failing();
    fail(4);
    succeeded('hub.test');
    fail(4);
    assert.equal(pause(), undefined);
    fail(1);
    assert.equal(pause()?.why, 'silence, 5 times in a row; asked again in 5 s');
    pass(5);
    assert.equal(pause(), undefined);
    begin();
    assert.equal(pause()?.why, 'silence, 5 times in a row; asked again just now', 'one is enough to try');
    succeeded('hub.test');
    assert.equal(pause(), undefined);
  });

  it('is left alone for longer each time it is found down, and waited for only while that may end soon', () => {
    const { fail, pause, pass, begin } = failing();
    fail(8);
    const seen: unknown[] = [];
    for (const _ of [1, 2, 3, 4, 5, 6]) {
      const { wait = 0, endsSoon } = pause() ?? {};
      seen.push([wait / 1000, endsSoon]);
      pass(wait / 1000);
      begin();
      fail(1);
    }
    const long = [40, 60, 60].map(seconds => [seconds, false]);
    assert.deepEqual(seen, [[5, true], [10, true], [20, true], ...long]);
    pass(51);
    assert.equal(pause()?.endsSoon, true, 'the last seconds of a long pause');
  });

  it('is tried by the next request when the one that tried told nothing', () => {
    const { fail, pause, pass, begin, over } = failing();
    fail(5);
    over();
    assert.ok(pause() !== undefined, 'those that failed do not shorten the pause');
    pass(5);
    begin();
    // Whoever asked has left.
    over();
    assert.equal(pause(), undefined);
    begin();
    fail(1);
    over();
    assert.ok(pause() !== undefined);
  });
});
