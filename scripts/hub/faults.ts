import { gzipSync } from 'node:zlib';
import { json, noRepository, redirect, refusal, text } from './replies.ts';
import type { HubRequest, Reply } from './types.ts';

/** What goes wrong, as one orders it: `cut`, `slow:2000`, `429:30`. */
export interface Fault {
  /** One line for `--help`. */
  readonly what: string;
  /** What is sent in the place of the reply, which `make` builds only where the fault needs it. */
  readonly reply?: (make: () => Reply, detail: string, request: HubRequest) => Reply;
  /** How it is sent; whole and at once without this. */
  readonly manner?: Manner;
}

/** `slow` waits before the first byte, `drip` sends a byte at a time, `cut` hangs up half-way, `hang` never answers. */
export type Manner = 'slow' | 'drip' | 'cut' | 'hang' | 'long' | 'short';

const megabyte = 2 ** 20;
const zeros = Buffer.alloc(megabyte);

function status(code: number, message: string): Fault {
  return { what: `status ${code}`, reply: () => json(code, { error: message }) };
}

/** By the name one orders them with; what follows a colon in an order is the detail. */
export const faults: Readonly<Record<string, Fault>> = {
  '401': {
    what: '401 without an error code, as a proxy sends it',
    reply: () => text(401, 'Sign in to the network.'),
  },
  'bad-token': {
    what: '401, the token is not valid (only for requests that carry one)',
    reply: (make, _, { token }) =>
      token === undefined ? make() : refusal(401, undefined, 'Invalid credentials in Authorization header'),
  },
  '403': { what: '403 without an error code', reply: () => refusal(403, undefined, 'Forbidden') },
  gated: {
    what: '403 GatedRepo',
    reply: () => refusal(403, 'GatedRepo', 'Access to this model is restricted.'),
  },
  disabled: {
    what: '403, the model is disabled',
    reply: () => refusal(403, undefined, 'Access to this resource is disabled.'),
  },
  missing: { what: '401 or 404 RepoNotFound', reply: (_make, _, { token }) => noRepository(token) },
  '404': { what: '404 without an error code', reply: () => text(404, 'Not Found') },
  'no-revision': {
    what: '404 RevisionNotFound',
    reply: () => refusal(404, 'RevisionNotFound', 'Invalid rev id'),
  },
  'no-entry': { what: '404 EntryNotFound', reply: () => refusal(404, 'EntryNotFound', 'Entry not found') },
  renamed: {
    what: '307 to the same address below another id (renamed:new/id)',
    reply: (_make, id, { url }) => redirect(307, url.replace(/^(\/api\/models)\/[^/?]+\/[^/?]+/, `$1/${id}`)),
  },
  '429': {
    what: '429 with RateLimit (429:30 says to wait 30 s; 1 s without)',
    reply: (_make, seconds) =>
      json(429, { error: 'Too many requests' }, { ratelimit: `"api";r=0;t=${seconds || 1}` }),
  },
  '500': status(500, 'Internal Server Error'),
  '502': status(502, 'Bad Gateway'),
  '503': status(503, 'Service Unavailable'),
  slow: { what: 'waits before the first byte (slow:2000 in milliseconds; 1000 without)', manner: 'slow' },
  hang: { what: 'never answers', manner: 'hang' },
  drip: {
    what: 'sends one byte at a time (drip:50 in milliseconds between them; 20 without)',
    manner: 'drip',
  },
  cut: { what: 'hangs up in the middle of the body', manner: 'cut' },
  long: { what: 'says the body is longer than it is, and keeps the line open', manner: 'long' },
  short: { what: 'says the body is shorter than it is', manner: 'short' },
  'bad-json': { what: 'the first half of the body, as if it were all', reply: make => half(make()) },
  'gzip-bomb': {
    what: 'a small body that unpacks to very much (gzip-bomb:1024 in megabytes; 256 without)',
    reply: (_make, size) => ({
      status: 200,
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: repeated(gzipSync(zeros), Number(size) || 256),
    }),
  },
  huge: {
    what: 'a very large body (huge:1024 in megabytes; 64 without)',
    reply: (_make, size) => ({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: repeated(Buffer.alloc(megabyte, ' '), Number(size) || 64),
    }),
  },
  elsewhere: {
    what: 'a redirect to the same path of another host (elsewhere:http://127.0.0.1:8000)',
    reply: (_make, host, { url }) => redirect(302, `${host}${url}`),
  },
  loop: { what: 'a redirect to itself', reply: (_make, _, { url }) => redirect(307, url) },
  html: {
    what: '200 with a page, as a hotel’s network sends it',
    reply: () => text(200, '<!doctype html><title>Welcome</title><p>Please accept the terms.', 'text/html'),
  },
  'wrong-type': {
    what: 'the right body as text/html',
    reply: make => ({ ...make(), headers: { 'content-type': 'text/html' } }),
  },
};

function half(reply: Reply): Reply {
  const body = wholeBody(reply);
  return {
    ...reply,
    headers: withoutLength(reply.headers),
    body: body.subarray(0, Math.floor(body.length / 2)),
  };
}

function withoutLength({ 'content-length': _, ...rest }: Reply['headers']): Reply['headers'] {
  return rest;
}

/** The body in one piece, for replies of a size that memory holds. */
export function wholeBody({ body }: Reply): Buffer {
  return typeof body === 'string' || body instanceof Uint8Array
    ? Buffer.from(body)
    : Buffer.concat([...body]);
}

function* repeated(piece: Uint8Array, times: number): Iterable<Uint8Array> {
  for (let count = 0; count < times; count += 1) yield piece;
}

export interface OrderedFault {
  readonly fault: Fault;
  readonly detail: string;
}

/** Reads `name` or `name:detail`. */
export function parseFault(order: string): OrderedFault {
  const [name = '', ...detail] = order.trim().split(':');
  const fault = Object.hasOwn(faults, name) ? faults[name] : undefined;
  if (fault === undefined) {
    throw new Error(`“${name}” is no fault. There are: ${Object.keys(faults).join(', ')}.`);
  }
  return { fault, detail: detail.join(':') };
}
