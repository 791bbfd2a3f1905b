import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type OrderedFault, parseFault } from './faults.ts';
import { resolveRoute, storedFileRoute } from './files.ts';
import { datasetRoute, publisherRoute, quickSearchRoute, searchRoute, tagsRoute } from './listing.ts';
import { modelRoute } from './models.ts';
import {
  githubRoute,
  kaggleRoute,
  modelScopeRoute,
  ollamaBlobRoute,
  ollamaRoute,
  rawFileRoute,
} from './other-hubs.ts';
import { createRateLimit, type Limit } from './rate-limit.ts';
import { noRecords, type Records } from './records.ts';
import { json, refusal } from './replies.ts';
import { repositoryRoute } from './repository.ts';
import { send } from './send.ts';
import type { HubRequest, Received, Reply, Route, World } from './types.ts';

export interface HubOptions {
  readonly records?: Partial<Records>;
  /** 0 or undefined: any free one. */
  readonly port?: number;
  /** No limit without it. */
  readonly limit?: Limit;
  /** Valid tokens; without it every token is. */
  readonly tokens?: readonly string[];
  /** Tokens that may read gated files. */
  readonly grants?: readonly string[];
}

export interface Host {
  /** `http://127.0.0.1:port`. */
  readonly endpoint: string;
  /** `127.0.0.1:port`. */
  readonly host: string;
  /** Every request so far, in order. */
  readonly received: readonly Received[];
}

export interface StandInHub extends Host {
  /** The second host, to which large files and blobs redirect. */
  readonly files: Host;
  /** How often it answered 429 because its limit was exceeded. */
  readonly refusedByLimit: number;
  /**
   * Orders a fault (`cut`, `slow:2000`) or a reply for the paths a pattern names: `*` stands for any text, and the query
   * counts only where the pattern has one. The latest order wins; `times` says for how many requests.
   */
  order(pattern: string, what: string | Reply, times?: number): void;
  /** How many requests came for a pattern. */
  count(pattern: string): number;
  close(): Promise<void>;
}

interface Order {
  readonly pattern: RegExp;
  readonly what: OrderedFault | Reply;
  left: number;
}

const longestBody = 2 ** 20;

const hubRoutes: readonly Route[] = [
  searchRoute,
  quickSearchRoute,
  datasetRoute,
  publisherRoute,
  tagsRoute,
  modelScopeRoute,
  kaggleRoute,
  githubRoute,
  ollamaRoute,
  (request, world) => storedFileRoute(request, world, false),
  modelRoute,
  repositoryRoute,
  resolveRoute,
  rawFileRoute,
];
const fileRoutes: readonly Route[] = [
  ollamaBlobRoute,
  (request, world) => storedFileRoute(request, world, true),
];

/** Starts a hub on this machine, on two ports: its own, and that of the host its large files lie on. */
export async function startStandInHub(options: HubOptions = {}): Promise<StandInHub> {
  const orders: Order[] = [];
  const limit = options.limit && createRateLimit(options.limit);
  let refused = 0;
  const servers = [createServer(), createServer()] as const;
  const [endpoint, filesEndpoint] = await Promise.all([
    listen(servers[0], options.port ?? 0),
    listen(servers[1], 0),
  ]);
  const world: World = {
    records: { ...noRecords, ...options.records },
    endpoint,
    filesEndpoint,
    tokens: options.tokens,
    grants: options.grants ?? [],
  };

  function answer(request: HubRequest, routes: readonly Route[]): Reply {
    const quota = routes === hubRoutes ? limit?.(request) : undefined;
    if (quota?.isExceeded) {
      refused += 1;
      return json(429, { error: 'Too many requests' }, quota.headers);
    }
    const reply = refusedToken(request, world) ?? routed(request, routes, world);
    return { ...reply, headers: { ...quota?.headers, ...reply.headers } };
  }

  function serve(server: Server, routes: readonly Route[]): readonly Received[] {
    const received: Received[] = [];
    server.on('request', (incoming, response) => {
      receive(incoming, response).catch(error => {
        // A mistake of the stand-in itself, or of the order it was given.
        if (response.headersSent) response.destroy();
        else response.writeHead(500).end(String(error));
      });
    });
    return received;

    async function receive(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
      const body = await readBody(incoming);
      const { method = 'GET', url = '/', headers } = incoming;
      if (url === '/stand-in/requests') return await send(response, summary(hub), undefined, false);
      received.push({ method, url, headers, body });
      const request = toRequest({ method, url, headers, body }, endpoint);
      const what = orderFor(request, orders);
      const isReply = what !== undefined && 'status' in what;
      const make = (): Reply => (isReply ? what : answer(request, routes));
      const fault = isReply ? undefined : what;
      const reply = fault?.fault.reply ? fault.fault.reply(make, fault.detail, request) : make();
      await send(response, reply, fault, method === 'HEAD');
    }
  }

  const hub: StandInHub = {
    endpoint,
    host: new URL(endpoint).host,
    received: serve(servers[0], hubRoutes),
    files: {
      endpoint: filesEndpoint,
      host: new URL(filesEndpoint).host,
      received: serve(servers[1], fileRoutes),
    },
    get refusedByLimit() {
      return refused;
    },
    order(pattern, what, times = Number.POSITIVE_INFINITY) {
      orders.unshift({
        pattern: toPattern(pattern),
        what: typeof what === 'string' ? parseFault(what) : what,
        left: times,
      });
    },
    count(pattern) {
      const wanted = toPattern(pattern);
      return hub.received.filter(({ url }) => wanted.test(url)).length;
    },
    async close() {
      await Promise.all(servers.map(stop));
    },
  };
  return hub;
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

/** What this request was ordered to get: in its own header, or for its path. */
function orderFor(request: HubRequest, orders: Order[]): Order['what'] | undefined {
  const header = request.headers['x-stand-in-fault'];
  if (typeof header === 'string') return parseFault(header);
  const order = orders.find(({ pattern, left }) => left > 0 && pattern.test(request.url));
  if (order !== undefined) order.left -= 1;
  return order?.what;
}

/** Without a query of its own a pattern fits whatever the query. */
function toPattern(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}${pattern.includes('?') ? '' : '(\\?.*)?'}$`);
}

function refusedToken({ token }: HubRequest, { tokens }: World): Reply | undefined {
  const isValid = token === undefined || tokens === undefined || tokens.includes(token);
  return isValid ? undefined : refusal(401, undefined, 'Invalid credentials in Authorization header');
}

function routed(request: HubRequest, routes: readonly Route[], world: World): Reply {
  for (const route of routes) {
    const reply = route(request, world);
    if (reply !== undefined) return reply;
  }
  return refusal(404, undefined, "Sorry, we can't find the page you are looking for.");
}

/** What came so far, for other processes to look at: no header, because one may hold a token. */
function summary({ received, files, refusedByLimit }: StandInHub): Reply {
  const listed = (host: readonly Received[]): unknown => host.map(({ method, url }) => ({ method, url }));
  return json(200, { requests: listed(received), files: listed(files.received), refusedByLimit });
}
