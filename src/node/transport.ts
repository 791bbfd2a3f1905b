import axios, {
  type AxiosAdapter,
  type AxiosInstance,
  type AxiosResponse,
  type InternalAxiosRequestConfig,
  isAxiosError,
} from 'axios';
import axiosRetry from 'axios-retry';
import pLimit from 'p-limit';
import {
  type Transport,
  TransportError,
  type TransportReply,
  type TransportRequest,
} from '../model/outside.ts';
import { redirected } from './redirect.ts';
import { retryAfter } from './retry-after.ts';

export interface TransportOptions {
  /** Undefined when the host has none: then no request carries one, whatever the caller asks for. */
  readonly token: string | undefined;
  /** The only host, with its port, that may see the token. */
  readonly tokenHost: string;
  /** For one try, from connecting to the last byte. */
  readonly timeoutMs?: number;
  readonly maxConcurrent?: number;
  readonly userAgent: string;
}

const longestWaitMs = 20_000;
const maxRetries = 2;
const maxRedirects = 5;
const maxBodyBytes = 10 * 1024 * 1024;

/** HTTP over axios, which also reads the proxy's address from the environment. */
export function createTransport(options: TransportOptions): Transport {
  const timeoutMs = options.timeoutMs ?? 10_000;
  const http = createHttp(options.userAgent, timeoutMs);
  const limit = pLimit(options.maxConcurrent ?? 4);
  /** Hosts that asked for a longer pause than we wait, and when it ends. */
  const paused = new Map<string, number>();

  async function sendOnce(request: TransportRequest): Promise<TransportReply> {
    const { host } = new URL(request.url);
    if ((paused.get(host) ?? 0) > Date.now()) {
      throw new TransportError(`rate limited by ${host}`);
    }
    const reply = await exchange(http, guarded(request, options), timeoutMs);
    const wait = reply.status === 429 ? (retryAfter(reply.headers, Date.now()) ?? 0) : 0;
    if (wait > longestWaitMs) {
      paused.set(host, Date.now() + wait);
    }
    return reply;
  }

  async function follow(request: TransportRequest, hops = 0): Promise<TransportReply> {
    const reply = await sendOnce(request);
    const next = redirected(request, reply);
    if (next === undefined) {
      return reply;
    }
    if (hops === maxRedirects) {
      throw new TransportError(`too many redirects from ${hostOf(request.url)}`);
    }
    return await follow(next, hops + 1);
  }

  return { send: request => limit(() => follow(request)) };
}

function createHttp(userAgent: string, timeoutMs: number): AxiosInstance {
  const http = axios.create({
    headers: { 'user-agent': userAgent, accept: 'application/json' },
    maxRedirects: 0,
    maxContentLength: maxBodyBytes,
    responseType: 'text',
    transformResponse: (body: unknown) => body,
    validateStatus: status => status !== 429 && status < 500,
  });
  http.defaults.adapter = withinTime(axios.getAdapter('http'), timeoutMs);
  axiosRetry(http, {
    retries: maxRetries,
    retryCondition: error => error.response !== undefined && waitFor(error.response, 0) <= longestWaitMs,
    retryDelay: (count, error) => (error.response ? waitFor(error.response, count) : 0),
  });
  return http;
}

/** Our own limit ran out. The system and proxies have limits of their own, whose length nobody knows. */
class OutOfTime extends Error {}

/** axios' own limit counts idle time only; a hub that sends a byte now and then must come to an end too. */
function withinTime(send: AxiosAdapter, timeoutMs: number): AxiosAdapter {
  return async config => {
    const caller = config.signal;
    const controller = new AbortController();
    const stop = (): void => controller.abort();
    let isOutOfTime = false;
    const timer = setTimeout(() => {
      isOutOfTime = true;
      stop();
    }, timeoutMs);
    if (caller?.aborted) {
      stop();
    }
    caller?.addEventListener?.('abort', stop);
    config.signal = controller.signal;
    try {
      return await send(config);
    } catch (error) {
      throw isOutOfTime ? new OutOfTime() : error;
    } finally {
      clearTimeout(timer);
      caller?.removeEventListener?.('abort', stop);
      // The next try starts from the caller's own signal.
      restoreSignal(config, caller);
    }
  };
}

function restoreSignal(
  config: InternalAxiosRequestConfig,
  signal: InternalAxiosRequestConfig['signal'],
): void {
  if (signal === undefined) {
    delete config.signal;
  } else {
    config.signal = signal;
  }
}

function waitFor(response: AxiosResponse, retry: number): number {
  return retryAfter(plainHeaders(response), Date.now()) ?? 250 * 2 ** retry;
}

/** Leaves the token out of whatever does not go to its own host over a line nobody reads along. */
function guarded(request: TransportRequest, { token, tokenHost }: TransportOptions): TransportRequest {
  const url = new URL(request.url);
  const isSafe = url.protocol === 'https:' || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (token !== undefined && isSafe && url.host === tokenHost) {
    return request;
  }
  const headers = Object.entries(request.headers ?? {}).filter(
    ([name]) => name.toLowerCase() !== 'authorization',
  );
  return { ...request, headers: Object.fromEntries(headers) };
}

async function exchange(
  http: AxiosInstance,
  request: TransportRequest,
  timeoutMs: number,
): Promise<TransportReply> {
  try {
    const response = await http.request<string>({
      method: request.method,
      url: request.url,
      headers: { ...request.headers },
      ...(request.body === undefined ? {} : { data: request.body }),
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    return toReply(response, request);
  } catch (error) {
    if (isAxiosError(error) && error.response && isWhole(error.response)) {
      return toReply(error.response, request);
    }
    throw new TransportError(describe(error, request, timeoutMs));
  }
}

/** A status of which axios makes an error comes with its whole body; a broken body is none. */
function isWhole(response: AxiosResponse<unknown>): response is AxiosResponse<string> {
  return typeof response.data === 'string';
}

function toReply(response: AxiosResponse<string>, request: TransportRequest): TransportReply {
  return {
    status: response.status,
    headers: plainHeaders(response),
    body: response.data ?? '',
    url: request.url,
  };
}

function plainHeaders(response: AxiosResponse): Record<string, string> {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

/** Built from the host and the code alone: the library's own messages may repeat addresses and headers. */
function describe(error: unknown, request: TransportRequest, timeoutMs: number): string {
  const host = hostOf(request.url);
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (request.signal?.aborted) {
    return 'cancelled';
  }
  if (error instanceof OutOfTime) {
    return `no answer from ${host} within ${timeoutMs / 1000} s`;
  }
  if (String(message).startsWith('maxContentLength')) {
    return `the answer of ${host} is larger than ${maxBodyBytes / 1024 / 1024} MB`;
  }
  return `cannot reach ${host}${typeof code === 'string' ? ` (${code})` : ''}`;
}

function hostOf(url: string): string {
  return new URL(url).host;
}
