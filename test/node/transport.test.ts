import assert from 'node:assert/strict';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Transport } from '../../src/model/outside.ts';
import { createRateLimiter } from '../../src/node/rate-limiter.ts';
import { json, type StandInHub, startHub } from '../hub/stand-in-hub.ts';
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

  it('does not leave a hub alone for good whose clock counts otherwise', () => {
    const hour = 3_600_000;
    const { take, heed, refuse, pass } = limiter();
    take(url);
    // Milliseconds where seconds are meant.
    heed(url, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Date.UTC(2026, 10, 1)) });
    assert.equal(take(url), hour + 100);
    pass(hour + 100);
    refuse(url, Number.POSITIVE_INFINITY);
    assert.equal(take(url), hour + 100);
  });

  it('believes a refusal that ends sooner than the window was thought to', () => {
    const { take, heed, refuse, pass } = limiter();
    take(url);
    heed(url, quota(489, 200));
    take(url);
    heed(url, quota(0, 1));
    refuse(url, 1000);
    assert.equal(take(url), 1100);
    pass(1100);
    assert.equal(take(url), 0);
    heed(url, undefined);
    take(url);
    heed(url, quota(489, 200));
    refuse(url, 2000);
    assert.equal(take(url), 2100);
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

  it('is told by faults of the server as well, and does not make their next try wait for the window', async () => {
    const left = (r: number) => ({ ratelimit: `"api";r=${r};t=200` });
    const hub = await startHub({
      '/api/x': (response, request, count) =>
        json(count === 1 ? 503 : 200, '{}', left(5))(response, request, count),
      '/api/y': json(500, '{}', left(0)),
    });
    const sender = transport();
    const send = (path: string) => sender.send({ method: 'GET', url: hub.endpoint + path });
    const start = Date.now();
    assert.equal((await send('/api/x')).status, 200);
    assert.ok(Date.now() - start < 3000);
    assert.equal((await send('/api/y')).status, 500);
    await assert.rejects(send('/api/x'), { message: `rate limited by ${hub.host}` });
    await hub.close();
  });
});

describe('a process that is busy', () => {
  it('takes no answer for late that came in time', async () => {
    // A server of its own thread, which goes on while this one stands still.
    const server = new Worker(
      `const { parentPort } = require('node:worker_threads');
       const server = require('node:http').createServer((_, response) => setTimeout(() => response.end('in time'), 100));
       server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`,
      { eval: true },
    );
    const [port] = await once(server, 'message');
    const sent = transport({ timeoutMs: 1000 }).send({ method: 'GET', url: `http://127.0.0.1:${port}/` });
    await pause(50);
    // From here on timers come next.
    await new Promise(setImmediate);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700);
    assert.equal((await sent).body, 'in time');
    await server.terminate();
  });
});

describe('who leaves', () => {
  let hub: StandInHub;
  before(async () => {
    hub = await startHub({
      '/api/none-left': json(200, '{}', { ratelimit: '"api";r=0;t=200' }),
      '/silent': () => undefined,
      '/endless': response => {
        const timer = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(timer));
      },
      '/broken': json(503, '', { 'retry-after': '4' }),
    });
  });
  after(() => hub.close());

  async function leave(sender: Transport, path: string): Promise<void> {
    const start = Date.now();
    const signal = AbortSignal.timeout(150);
    const sent = sender.send({ method: 'GET', url: hub.endpoint + path, isPatient: true, signal });
    await assert.rejects(sent, { name: 'TransportError', message: 'cancelled' }, path);
    assert.ok(Date.now() - start < 1500, path);
  }

  it('is let go at once: before the first byte, in the middle of the body, and before another try', async () => {
    for (const path of ['/silent', '/endless', '/broken']) {
      await leave(transport({ timeoutMs: 20_000 }), path);
    }
  });

  it('is let go at once from the wait for the next window', async () => {
    const sender = transport();
    await sender.send({ method: 'GET', url: `${hub.endpoint}/api/none-left` });
    await leave(sender, '/api/none-left');
    assert.equal(hub.requests.filter(({ path }) => path === '/api/none-left').length, 1);
  });
});
