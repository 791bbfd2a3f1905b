import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Server } from 'node:net';
import { readAuthorities } from '../../src/node/authorities.ts';
import { createRateLimiter } from '../../src/node/rate-limiter.ts';
import { createTransport, type TransportOptions } from '../../src/node/transport.ts';
import { startHub } from '../hub/stand-in-hub.ts';

const certificates = new URL('../fixtures/tls/server-certificate.pem', import.meta.url).pathname;
const tls = {
  cert: readFileSync(certificates),
  key: readFileSync(new URL('../fixtures/tls/server-key.pem', import.meta.url)),
};

const log = { info: () => undefined, warn: () => undefined };

function transport(options: Partial<TransportOptions> = {}) {
  return createTransport({ token: undefined, tokenHost: '', userAgent: 'test', timeoutMs: 3000, ...options });
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return (server.address() as AddressInfo).port;
}

/** Runs with other variables of the environment, which are put back whatever happens. */
async function withVariables<T>(variables: Record<string, string>, run: () => Promise<T>): Promise<T> {
  const before = Object.keys(variables).map(name => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  try {
    return await run();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

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
});

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
