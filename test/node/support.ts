import { readFileSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import type { Transport } from '../../src/model/outside.ts';
import { createTransport, type TransportOptions } from '../../src/node/transport.ts';

export const certificates = new URL('../fixtures/tls/server-certificate.pem', import.meta.url).pathname;

/** What a secured server on this machine shows. */
export const tls = {
  cert: readFileSync(certificates),
  key: readFileSync(new URL('../fixtures/tls/server-key.pem', import.meta.url)),
};

export const log = { info: () => undefined, warn: () => undefined };

export function transport(options: Partial<TransportOptions> = {}): Transport {
  return createTransport({ token: undefined, tokenHost: '', userAgent: 'test', timeoutMs: 3000, ...options });
}

/** Gives the port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return (server.address() as AddressInfo).port;
}

/** Runs with other variables of the environment, which are put back whatever happens. */
export async function withVariables<T>(variables: Record<string, string>, run: () => Promise<T>): Promise<T> {
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
