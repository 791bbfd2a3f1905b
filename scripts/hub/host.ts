import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from './orders.ts';
import { send } from './send.ts';
import type { HubRequest, Received } from './types.ts';

export interface Host {
  /** `http://127.0.0.1:port`. */
  readonly endpoint: string;
  /** `127.0.0.1:port`. */
  readonly host: string;
  /** Every request so far, in order. */
  readonly received: readonly Received[];
}

interface RunningHost extends Host {
  close(): Promise<void>;
}

const longestBody = 2 ** 20;
/** Addresses about the stand-in itself, which are no requests to the hub. */
const own = '/stand-in/';

/** A server on loopback that keeps what it receives. */
export async function startHost(port: number, answer: (request: HubRequest) => Answer): Promise<RunningHost> {
  const received: Received[] = [];
  const server = createServer((incoming, response) => {
    receive(incoming, response).catch(error => {
      // A mistake of the stand-in itself, or of the order it was given.
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end(String(error));
    });
  });
  const endpoint = await listen(server, port);

  async function receive(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(incoming);
    const { method = 'GET', url = '/', headers } = incoming;
    if (!url.startsWith(own)) received.push({ method, url, headers, body });
    const { reply, fault } = answer(toRequest({ method, url, headers, body }, endpoint));
    await send(response, reply, fault, method === 'HEAD');
  }

  return { endpoint, host: new URL(endpoint).host, received, close: () => stop(server) };
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // A test that fails before it closes its hub must not keep the process alive.
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of incoming as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > longestBody) break;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function toRequest(received: Received, endpoint: string): HubRequest {
  const { pathname, searchParams } = new URL(received.url, endpoint);
  const segments = pathname.split('/').slice(1).map(decoded);
  const token = /^Bearer (.+)$/.exec(received.headers.authorization ?? '')?.[1];
  return { ...received, segments, query: searchParams, token };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
