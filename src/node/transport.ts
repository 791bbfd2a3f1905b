import { setTimeout as pause } from 'node:timers/promises';
import type { AxiosError, AxiosInstance, AxiosResponse } from 'axios';
import { lazy } from '../model/lazy.ts';
import {
  type Transport,
  TransportError,
  type TransportReply,
  type TransportRequest,
} from '../model/outside.ts';
import { type CircuitBreaker, createCircuitBreaker, type Pauses } from './circuit-breaker.ts';
import { failureWords, isFaultOfHost, isWithoutNetwork } from './failure-words.ts';
import { createHttpClient, plainHeaders } from './http-client.ts';
import { createPlaces } from './places.ts';
import { createRateLimiter, type RateLimiter } from './rate-limiter.ts';
import { redirected } from './redirect.ts';
import { retryAfter } from './retry-after.ts';
import { isOnLoopback, type TokenOwner, withoutStrayToken } from './token-guard.ts';

export interface TransportOptions extends TokenOwner {
  readonly userAgent: string;
  /** For one try, from connecting to the last byte; the limits for connecting and for the first byte follow from it. */
  readonly timeoutMs?: number;
  readonly maxConcurrent?: number;
  /** PEM texts of certificate authorities beside those Node knows. */
  readonly authorities?: readonly string[];
  /** Hears when requests wait for a limit of their hub, and for how long. */
  readonly onWait?: (host: string, seconds: number) => void;
  /** How long a host is left alone that failed again and again. */
  readonly pauses?: Pauses;
}

/** How long a request waits until its hub's limit allows it: for somebody who waits for an answer, and for an audit. */
const patience = { short: 5000, long: 330_000 } as const;
const worthTelling = 2000;
const maxRedirects = 5;
/** Of a request that waits for the end of outages. */
const maxTries = 4;
const moment = 1000;
const maxBodyBytes = 10 * 1024 * 1024;

/** HTTP as the hubs need it: within bounds, obeying their limits, and with the token for its own host alone. */
export function createTransport(options: TransportOptions): Transport {
  const whole = options.timeoutMs ?? 20_000;
  const limits = { connect: 0.35 * whole, firstByte: 0.6 * whole, whole };
  const { userAgent, authorities = [] } = options;
  const client = lazy(() => createHttpClient({ userAgent, limits, authorities }));
  const inPlace = createPlaces(options.maxConcurrent ?? 4, patience.short);
  const limiter = createRateLimiter();
  const breaker = createCircuitBreaker(options.pauses);

  async function exchange(request: TransportRequest): Promise<TransportReply> {
    try {
      const http = await client();
      return toReply(await http.request<string>(axiosConfig(request)), request);
    } catch (error) {
      const response = responseIn(error);
      if (response) return toReply(response, request);
      const why = failureWords(error, request, { ...limits, maxBodyBytes: request.maxBytes ?? maxBodyBytes });
      if (isFaultOfHost(error, request)) breaker.failed(hostOf(request), why, !isWithoutNetwork(error));
      throw new TransportError(why);
    }
  }

  /** Undefined when the host went into a pause while the request waited for its place. */
  async function sendOnce(request: TransportRequest): Promise<TransportReply | undefined> {
    if (breaker.pauseOf(hostOf(request)) !== undefined) return undefined;
    breaker.begin(hostOf(request));
    try {
      return await withinLimit(request);
    } finally {
      breaker.over(hostOf(request));
    }
  }

  /** What has time outlasts an outage that ends soon; it keeps no place of its host meanwhile. */
  async function outlast(request: TransportRequest, triesLeft = maxTries): Promise<TransportReply> {
    await waitForPause(request, breaker);
    const sent = inPlace(request, () => sendOnce(request));
    const failure = await sent.then(failureIn, () => 'silence' as const);
    const left = failure === undefined ? triesLeft : await triesAfter(failure, request, triesLeft);
    const reply = failure !== undefined && left > 0 ? undefined : await sent;
    return reply ?? (await outlast(request, left));
  }

  /** Whether the host as a whole is down shows only when others fail as well; by then it may be back. */
  async function triesAfter(failure: Failure, request: TransportRequest, triesLeft: number): Promise<number> {
    if (!request.isPatient || triesLeft === 1) return 0;
    await paused(moment, request.signal);
    if (breaker.pauseOf(hostOf(request)) === undefined) return failure === 'unavailable' ? 1 : 0;
    return isWorthWaiting(request, breaker) ? triesLeft - 1 : 0;
  }

  async function withinLimit(request: TransportRequest, isSecond = false): Promise<TransportReply> {
    await waitForLimit(request, limiter, options);
    let reply: TransportReply | undefined;
    try {
      reply = await exchange(withoutStrayToken(request, options));
    } finally {
      limiter.heed(request.url, reply?.headers);
    }
    const isRefused = reply.status === 429;
    if (isRefused) limiter.refuse(request.url, retryAfter(reply.headers, Date.now()) ?? 1000);
    if (isRefused && !isSecond) return await withinLimit(request, true);
    if (isUnavailable(reply)) breaker.failed(hostOf(request), `${hostOf(request)} answered ${reply.status}`);
    else breaker.succeeded(hostOf(request));
    return reply;
  }

  /** Where a redirect leads to may be slow, and keeps no place of the host that redirects. */
  async function follow(request: TransportRequest, hops = 0): Promise<TransportReply> {
    const reply = await outlast(request);
    const next = redirected(request, reply);
    if (next === undefined) return reply;
    if (hops === maxRedirects) {
      throw new TransportError(`too many redirects from ${hostOf(request)}`);
    }
    return await follow(next, hops + 1);
  }

  return { send: request => follow(request) };
}

type Failure = 'unavailable' | 'silence';

function failureIn(reply: TransportReply | undefined): Failure | undefined {
  return reply !== undefined && isUnavailable(reply) ? 'unavailable' : undefined;
}

/** The host as a whole has nothing to say: its gateway finds nobody, or its limit leaves no room even after the wait. */
function isUnavailable({ status }: TransportReply): boolean {
  return status === 429 || (status >= 502 && status <= 504);
}

function hostOf({ url }: TransportRequest): string {
  return new URL(url).host;
}

/** Waits until the hub's limit allows the request, if that is soon enough for whoever asks. */
async function waitForLimit(
  request: TransportRequest,
  limiter: RateLimiter,
  { onWait }: TransportOptions,
): Promise<void> {
  const deadline = Date.now() + (request.isPatient ? patience.long : patience.short);
  const host = hostOf(request);
  for (let wait = limiter.take(request.url); wait > 0; wait = limiter.take(request.url)) {
    if (Date.now() + wait > deadline) throw new TransportError(`rate limited by ${host}`);
    if (wait > worthTelling) onWait?.(host, Math.ceil(wait / 1000));
    await paused(wait, request.signal);
  }
}

async function waitForPause(request: TransportRequest, breaker: CircuitBreaker): Promise<void> {
  const host = hostOf(request);
  for (let pause = breaker.pauseOf(host); pause; pause = breaker.pauseOf(host)) {
    if (!isWorthWaiting(request, breaker)) throw new TransportError(pause.why);
    await paused(pause.wait, request.signal);
  }
}

function isWorthWaiting(request: TransportRequest, breaker: CircuitBreaker): boolean {
  return request.isPatient === true && breaker.pauseOf(hostOf(request))?.endsSoon === true;
}

async function paused(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await pause(milliseconds, undefined, signal && { signal });
  } catch (error) {
    throw new TransportError('cancelled', { cause: error });
  }
}

/** What came whole in spite of an error: a status that counts as one. */
function responseIn(error: unknown): AxiosResponse<string> | undefined {
  const { response } = error as Partial<AxiosError<string>>;
  return typeof response?.data === 'string' ? response : undefined;
}

function axiosConfig(request: TransportRequest): Parameters<AxiosInstance['request']>[0] {
  return {
    method: request.method,
    url: request.url,
    headers: { ...request.headers },
    maxContentLength: request.maxBytes ?? maxBodyBytes,
    ...(usesNoPlainProxy(request) ? { proxy: false } : {}),
    ...(request.body === undefined ? {} : { data: request.body }),
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  };
}

/** Our agents lead secured lines through a proxy. What a token goes to on this machine, it goes to without a proxy that could read it. */
function usesNoPlainProxy({ url, headers }: TransportRequest): boolean {
  const address = new URL(url);
  return address.protocol === 'https:' || (headers?.['authorization'] !== undefined && isOnLoopback(address));
}

function toReply(response: AxiosResponse<string>, request: TransportRequest): TransportReply {
  return {
    status: response.status,
    headers: plainHeaders(response),
    body: response.data ?? '',
    url: request.url,
  };
}
