import type { IncomingHttpHeaders } from 'node:http';
import type { Records } from './records.ts';

/** A request as the routes see it. */
export interface HubRequest {
  readonly method: string;
  /** The decoded parts of the path: `/api/models/a/b` is `['api', 'models', 'a', 'b']`. */
  readonly segments: readonly string[];
  /** Path and query as they came. */
  readonly url: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Undefined for a stranger. */
  readonly token: string | undefined;
}

/** What a route answers; the server fills in the length. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** In chunks where the whole is too large to hold. */
  readonly body: string | Uint8Array | Iterable<Uint8Array>;
}

/** What the routes answer from. */
export interface World {
  readonly records: Records;
  /** `http://127.0.0.1:port`. */
  readonly endpoint: string;
  /** Address of the second host, which serves large files. */
  readonly filesEndpoint: string;
  /** Tokens that are valid; undefined means that every token is. */
  readonly tokens: readonly string[] | undefined;
  /** Tokens that may read gated files. */
  readonly grants: readonly string[];
}

/** Undefined when the address is not this route's. */
export type Route = (request: HubRequest, world: World) => Reply | undefined;

/** A request as it was received, for tests to look at. */
export interface Received {
  readonly method: string;
  /** Path and query as they came. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
