import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { TransportError } from '../../src/model/outside.ts';
import { readToken } from '../../src/node/token.ts';
import { createTransport } from '../../src/node/transport.ts';
import { json, startHub } from './stand-in-hub.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ptm-audit-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the token', () => {
  it('comes from where the other tools keep it', async () => {
    await writeFile(join(folder, 'token'), 'hf_file\n');
    assert.equal(await readToken({ HF_TOKEN: ' hf_env ', HF_HOME: folder }), 'hf_env');
    assert.equal(await readToken({ HF_TOKEN: '', HF_HOME: folder }), 'hf_file');
    assert.equal(await readToken({ HF_TOKEN_PATH: join(folder, 'token') }), 'hf_file');
    assert.equal(await readToken({ HF_HOME: join(folder, 'nothing') }), undefined);
    assert.equal(await readToken({ HF_TOKEN: 'a\r\nx: y', HF_HOME: join(folder, 'nothing') }), undefined);
  });
});

describe('the transport', () => {
  it('tries again after a fault of the server, and gives the last status', async () => {
    const hub = await startHub({
      '/later': (response, request, count) => json(count < 3 ? 502 : 200, 'x')(response, request, count),
      '/never': json(500, 'x'),
    });
    const transport = createTransport({ token: undefined, tokenHost: hub.host, userAgent: 'test' });
    assert.equal((await transport.send({ method: 'GET', url: `${hub.endpoint}/later` })).status, 200);
    assert.equal((await transport.send({ method: 'GET', url: `${hub.endpoint}/never` })).status, 500);
    assert.equal(hub.requests.length, 6);
    await hub.close();
  });

  it('refuses a body without end, slow or large', async () => {
    const hub = await startHub({
      '/large': response => void response.end('x'.repeat(11 * 1024 * 1024)),
      '/drip': response => {
        const timer = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(timer));
      },
    });
    const send = (path: string, timeoutMs = 2500) =>
      createTransport({ token: undefined, tokenHost: '', timeoutMs, userAgent: 'test' }).send({
        method: 'GET',
        url: hub.endpoint + path,
      });
    await assert.rejects(send('/large', 10_000), { name: 'TransportError', message: /larger than 10 MB/ });
    await assert.rejects(send('/drip'), {
      name: 'TransportError',
      message: /no whole answer from .* within 2.5 s/,
    });
    await hub.close();
  });

  it('names a time only when its own limit ran out', async () => {
    const transport = createTransport({ token: undefined, tokenHost: '', userAgent: 'test' });
    const { request } = http;
    // The system gives up a connection by its own clock.
    http.request = (() => {
      const failing = new Writable({ autoDestroy: false, write: (_chunk, _encoding, done) => done() });
      setImmediate(() => failing.destroy(Object.assign(new Error('connect'), { code: 'ETIMEDOUT' })));
      return Object.assign(failing, { setTimeout: () => failing });
    }) as unknown as typeof request;
    try {
      const sent = transport.send({ method: 'GET', url: 'http://hub.test/' });
      await assert.rejects(sent, { name: 'TransportError', message: 'cannot reach hub.test (ETIMEDOUT)' });
    } finally {
      http.request = request;
    }
  });

  it('names no secret when it fails', async () => {
    const transport = createTransport({ token: 'hf_secret', tokenHost: '127.0.0.1:1', userAgent: 'test' });
    const sent = transport.send({
      method: 'GET',
      url: 'http://user:password@127.0.0.1:1/?key=secret',
      headers: { authorization: 'Bearer hf_secret' },
    });
    await assert.rejects(sent, (error: unknown) => {
      assert.ok(error instanceof TransportError);
      assert.equal(error.message, 'cannot reach 127.0.0.1:1 (ECONNREFUSED)');
      return true;
    });
  });
});
