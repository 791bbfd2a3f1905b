import assert from 'node:assert/strict';
import { createRateLimiter } from '../../src/node/rate-limiter.ts';
import { startHub } from '../hub/stand-in-hub.ts';
import { transport } from './support.ts';

describe('the limit of a hub', () => {
  const url = 'https://hub.test/api/models/a/b';
  const quota = (r: number, t: number) => ({ ratelimit: `"api";r=${r};t=${t}` });

  function limiter() {
    let now = 0;
    return {
      ...createRateLimiter(() => now),
      pass: (milliseconds: number) => {
        now += milliseconds;
      },
    };
  }

  it('stops requests before it is exceeded, until the window ends', () => {
    const { take, heed, pass } = limiter();
    assert.equal(take(url), 0);
    heed(url, quota(2, 10));
    assert.equal(take(url), 0);
    assert.equal(take(url), 0);
    heed(url, quota(1, 10));
    heed(url, quota(0, 10));
    assert.equal(take(url), 10_100);
    pass(10_100);
    assert.equal(take(url), 0);
  });

  it('counts what is on its way, and looks again soon', () => {
    const { take, heed } = limiter();
    for (const _ of [1, 2, 3]) assert.equal(take(url), 0);
    heed(url, quota(2, 10));
    assert.ok(take(url) < 100);
    heed(url, quota(1, 10));
    heed(url, quota(1, 10));
    assert.equal(take(url), 0);
    assert.ok(take(url) > 0);
  });

  it('heeds a refusal, and holds apart hosts and kinds of requests', () => {
    const { take, heed, refuse } = limiter();
    take(url);
    heed(url, undefined);
    refuse(url, 5000);
    assert.equal(take(url), 5100);
    assert.equal(take('https://hub.test/a/b/resolve/main/README.md'), 0);
    assert.equal(take('https://other.test/api/models/a/b'), 0);
  });

  it('understands what GitHub says', () => {
    const { take, heed } = limiter();
    take(url);
    heed(url, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '60' });
    assert.equal(take(url), 60_100);
  });

  it('makes a patient request wait, an impatient one give up, and says so', async () => {
    const told: string[] = [];
    const hub = await startHub({
      '/api/x': (response, _request, count) => {
        response.writeHead(200, { ratelimit: `"api";r=0;t=${count === 1 ? 3 : 200}` });
        response.end('{}');
      },
    });
    const sender = transport({ onWait: (host, seconds) => void told.push(`${host} ${seconds}`) });
    const send = (isPatient: boolean) =>
      sender.send({ method: 'GET', url: `${hub.endpoint}/api/x`, isPatient });
    await send(true);
    const start = Date.now();
    await send(true);
    assert.ok(Date.now() - start >= 2900);
    assert.deepEqual(told, [`${hub.host} 4`]);
    await assert.rejects(send(false), { message: `rate limited by ${hub.host}` });
    assert.equal(hub.requests.length, 2);
    await hub.close();
  });
});
