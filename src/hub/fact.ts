import type { Hub } from '../model/reference.ts';
import type { HubQuery } from './types.ts';

/** One kind of answer that is kept: under which name, how long it stays good, and what becomes of it in JSON. */
export interface KeptKind<T> {
  /** Hugging Face without it. */
  readonly hub?: Hub;
  /** Part of the key under which answers are kept. */
  readonly name: string;
  /** Milliseconds for which an answer that was kept is not asked again. */
  readonly freshFor: { readonly found: number; readonly missing: number };
  /** What was kept, with the keys that JSON dropped; undefined when it is no such thing. */
  revive(kept: Partial<T>): T | undefined;
}

/** One kind of thing the Hugging Face Hub can be asked: how to ask, how to read the answer, how long it stays good. */
export interface FactKind<T> extends KeptKind<T> {
  request(query: HubQuery): FactRequest;
  /** Asked instead where a hub does not understand the request: mirrors may be older than the hub. */
  plainRequest?(query: HubQuery): FactRequest;
  /** True where the hub says no more than 404 of what it does not have. */
  readonly isMissingByStatus?: boolean;
  /** The hub's code for what it does not have; `RepoNotFound` without it. */
  readonly missingCode?: string;
  /** Undefined when the body is no such reply. */
  read(body: string, endpoint: string): T | undefined;
}

export interface FactRequest {
  /** Below the hub's address. */
  readonly path: string;
  /** JSON to post; the request is a plain read without it. */
  readonly body?: string;
  /** A longer answer is refused. Without it, that of any request. */
  readonly maxBytes?: number;
}

/** What the hub itself said, now or when it was last asked. */
export type SaidFact<T> =
  | { readonly state: 'found'; readonly value: T; readonly from: 'live' | 'cache'; readonly at: string }
  | { readonly state: Refusal; readonly from: 'live' | 'cache'; readonly at: string };

/** `gated`: the hub refused the facts themselves. `no-revision`: the repository exists and has no such revision. */
type Refusal = 'missing' | 'gated' | 'no-revision';

/** The answer to one question. Ignorance is a value. */
export type Fact<T> = SaidFact<T> | { readonly state: 'unreachable'; readonly why: string };

export const hour = 3_600_000;
export const day = 24 * hour;
