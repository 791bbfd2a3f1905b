import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { text } from 'node:stream/consumers';
import type { TransportReply, TransportRequest } from '../../src/model/outside.ts';
import { readAuthorities } from '../../src/node/authorities.ts';
import { startHub } from '../hub/stand-in-hub.ts';
import { certificates, listen, log, tls, transport, withVariables } from './support.ts';

describe('the transport through a company’s network', () => {
  const secured = https.createServer(tls, (_request, response) => response.end('secret answer'));
  const connects: string[] = [];
  const seen: IncomingMessage[] = [];
  const proxy = http.createServer((request, response) => {
    seen.push(request);
    response.end('from the proxy');
  });
  let securedPort = 0;
  let proxyAddress = '';
  before(async () => {
    securedPort = await listen(secured);
    proxy.on('connect', ({ url = '' }: IncomingMessage, client: net.Socket) => {
      connects.push(url);
      const upstream = net.connect(securedPort, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.pipe(client).pipe(upstream);
      });
      upstream.on('error', () => client.destroy());
      client.on('error', () => upstream.destroy());
    });
    proxyAddress = `http://127.0.0.1:${await listen(proxy)}`;
  });
  after(() => {
    secured.closeAllConnections();
    secured.close();
    proxy.closeAllConnections();
    proxy.close();
  });

  it('trusts a company’s own authority when told of it, and nobody else', async () => {
    const url = `https://localhost:${securedPort}/`;
    await assert.rejects(transport().send({ method: 'GET', url }), {
      name: 'TransportError',
      message: /^cannot reach localhost:\d+ \((DEPTH_ZERO_)?SELF_SIGNED/,
    });
    for (const name of ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE']) {
      const authorities = await readAuthorities({ [name]: certificates }, log);
      const reply = await transport({ authorities }).send({ method: 'GET', url });
      assert.equal(reply.body, 'secret answer', name);
    }
  });

  it('says which file of certificates cannot be read', async () => {
    const warnings: string[] = [];
    const loud = { ...log, warn: (text: string) => void warnings.push(text) };
    assert.deepEqual(await readAuthorities({ SSL_CERT_FILE: '/no/such.pem' }, loud), []);
    assert.match(warnings[0] ?? '', /\/no\/such\.pem.*no such file/);
  });

  it('tunnels through the proxy, which sees no token', async () => {
    const authorities = await readAuthorities({ SSL_CERT_FILE: certificates }, log);
    const reply = await withVariables({ HTTPS_PROXY: proxyAddress, NO_PROXY: '' }, () =>
      transport({ authorities, token: 'hf_secret', tokenHost: 'hub.test' }).send({
        method: 'GET',
        url: 'https://hub.test/api',
        headers: { authorization: 'Bearer hf_secret' },
      }),
    );
    assert.equal(reply.body, 'secret answer');
    assert.deepEqual(connects, ['hub.test:443']);
    assert.deepEqual(seen, []);
  });

  it('goes around the proxy where told to', async () => {
    const hub = await startHub({ '/x': response => void response.end('direct') });
    const send = () => transport().send({ method: 'GET', url: `${hub.endpoint}/x` });
    const through = await withVariables({ HTTP_PROXY: proxyAddress, NO_PROXY: '' }, send);
    assert.equal(through.body, 'from the proxy');
    const around = await withVariables({ HTTP_PROXY: proxyAddress, NO_PROXY: '127.0.0.1' }, send);
    assert.equal(around.body, 'direct');
    await hub.close();
  });

  it('gives up on a connection that does not come about', async () => {
    // It accepts, and never answers the greeting of a secured line.
    const silent = net.createServer();
    const port = await listen(silent);
    const sent = transport({ timeoutMs: 1000 }).send({ method: 'GET', url: `https://127.0.0.1:${port}/` });
    await assert.rejects(sent, { message: `no connection to 127.0.0.1:${port} within 0.35 s` });
    silent.close();
  });

  it('sends no token over a line that others read along', async () => {
    await withVariables({ HTTP_PROXY: proxyAddress, NO_PROXY: '' }, () =>
      transport({ token: 'hf_secret', tokenHost: 'hub.test' }).send({
        method: 'GET',
        url: 'http://hub.test/api',
        headers: { authorization: 'Bearer hf_secret' },
      }),
    );
    assert.equal(seen.at(-1)?.headers.authorization, undefined);
  });

  it('sends no token through a proxy to this machine, where it would meet another', async () => {
    const hub = await startHub({ '/x': response => void response.end('direct') });
    const before = seen.length;
    const reply = await withVariables({ HTTP_PROXY: proxyAddress, NO_PROXY: '' }, () =>
      transport({ token: 'hf_secret', tokenHost: hub.host }).send({
        method: 'GET',
        url: `${hub.endpoint}/x`,
        headers: { authorization: 'Bearer hf_secret' },
      }),
    );
    assert.equal(reply.body, 'direct');
    assert.equal(seen.length, before);
    await hub.close();
  });
});

describe('a proxy that does not lead on', () => {
  const url = 'https://hub.test/api/models/some/model';
  const lines: net.Socket[] = [];
  let answer = '';
  let asked = '';
  let address = '';
  const proxy = net.createServer(line => {
    lines.push(line.on('error', () => undefined));
    line.on('data', bytes => {
      asked = String(bytes);
      if (answer !== '') line.end(answer);
    });
  });
  before(async () => {
    address = `127.0.0.1:${await listen(proxy)}`;
  });
  after(() => {
    for (const line of lines) line.destroy();
    proxy.close();
  });

  function send(options: Partial<TransportRequest> = {}): Promise<TransportReply> {
    const variables = { HTTPS_PROXY: `http://user:p%40ss@${address}`, NO_PROXY: '' };
    return withVariables(variables, async () => {
      const sent = transport({ timeoutMs: 1000 }).send({ method: 'GET', url, ...options });
      // The address is read when the connection is made.
      await once(proxy, 'connection');
      return await sent;
    });
  }

  it('is not taken for the hub, whatever it answers', async () => {
    const headers = 'X-Error-Code: RepoNotFound\r\nContent-Type: application/json\r\nContent-Length: 2';
    for (const [status, why] of [
      ['403 Forbidden', 'it answered 403'],
      ['404 Not Found', 'it answered 404'],
      ['401 Unauthorized', 'it answered 401'],
      ['407 Proxy Authentication Required', 'it wants a name and a password (407)'],
    ] as const) {
      answer = `HTTP/1.1 ${status}\r\n${headers}\r\n\r\n{}`;
      await assert.rejects(send(), {
        name: 'TransportError',
        message: `the proxy does not lead to hub.test: ${why}`,
      });
    }
    assert.match(asked, /^CONNECT hub\.test:443 HTTP/);
    assert.match(asked, new RegExp(`Basic ${Buffer.from('user:p@ss').toString('base64')}`));
  });

  it('is told from a hub that cannot be reached, without its password', async () => {
    const variables = { HTTPS_PROXY: 'http://user:secret@127.0.0.1:1', NO_PROXY: '' };
    await withVariables(variables, () =>
      assert.rejects(transport().send({ method: 'GET', url }), {
        message: 'the proxy does not lead to hub.test: 127.0.0.1:1 cannot be reached (ECONNREFUSED)',
      }),
    );
    await withVariables({ ...variables, HTTPS_PROXY: 'http://user:100%@127.0.0.1:1' }, () =>
      assert.rejects(transport().send({ method: 'GET', url }), {
        message: /127\.0\.0\.1:1 cannot be reached/,
      }),
    );
    await withVariables({ ...variables, HTTPS_PROXY: 'socks5://user:secret@127.0.0.1:1' }, () =>
      assert.rejects(transport().send({ method: 'GET', url }), {
        message:
          'the proxy does not lead to hub.test: its address in the environment is no http or https address',
      }),
    );
  });

  it('is given up in time when it is silent, and its line is closed', async () => {
    answer = '';
    await assert.rejects(send(), { message: 'no connection to hub.test within 0.35 s' });
    await closed(lines.at(-1));
  });

  it('is given up at once when the caller leaves', async () => {
    answer = '';
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 30);
    const start = Date.now();
    await assert.rejects(send({ signal: controller.signal }), { message: 'cancelled' });
    await closed(lines.at(-1));
    assert.ok(Date.now() - start < 300);
  });

  it('keeps no process from its end', async () => {
    answer = '';
    const script = `
      import { createTransport } from './src/node/transport.ts';
      const transport = createTransport({ token: undefined, tokenHost: '', userAgent: 'test', timeoutMs: 30_000 });
      const signal = AbortSignal.timeout(300);
      await transport.send({ method: 'GET', url: '${url}', signal }).catch(error => console.log(error.message));
      console.log('done');
    `;
    const child = spawn(process.execPath, ['--import=tsx', '--input-type=module', '-e', script], {
      env: { ...process.env, HTTPS_PROXY: `http://${address}`, NO_PROXY: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const output = await text(child.stdout);
    const end = Date.now();
    await once(child, 'close');
    assert.equal(output, 'cancelled\ndone\n');
    assert.ok(Date.now() - end < 2000);
  });
});

async function closed(line: net.Socket | undefined): Promise<void> {
  assert.ok(line !== undefined);
  if (!line.closed) await once(line, 'close');
}
