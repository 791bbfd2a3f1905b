import type { AxiosError, AxiosInstance, AxiosResponse } from 'axios';
import { createAgents } from './agents.ts';
import { boundedAdapter, type TimeLimits } from './bounded-adapter.ts';
import { retryAfter } from './retry-after.ts';

export interface HttpOptions {
  readonly userAgent: string;
  readonly limits: TimeLimits;
  /** PEM texts of certificate authorities beside those Node knows. */
  readonly authorities: readonly string[];
}

/** The longest pause before another try after a fault of the server. */
const longestPauseMs = 5000;
const maxRetries = 2;

/**
 * axios with our bounds. It reads the proxy's address from the environment, and follows no redirect by itself. To load it
 * takes as long as many an audit that finds all it asks for in the cache.
 */
export async function createHttpClient({
  userAgent,
  limits,
  authorities,
}: HttpOptions): Promise<AxiosInstance> {
  const [{ default: axios }, { default: axiosRetry }] = await Promise.all([
    import('axios'),
    import('axios-retry'),
  ]);
  const http = axios.create({
    ...createAgents(limits.connect, authorities),
    headers: { 'user-agent': userAgent, accept: 'application/json, text/plain;q=0.9, */*;q=0.1' },
    maxRedirects: 0,
    transformResponse: (body: unknown) => body,
    validateStatus: status => status < 500,
    adapter: boundedAdapter(axios, limits),
  });
  axiosRetry(http, {
    retries: maxRetries,
    retryCondition: isWorthRetrying,
    retryDelay: (count, error) => (error.response ? pauseAfter(error.response, count) : 0),
  });
  return http;
}

/**
 * A fault of the server may pass. A connection that was kept open may have been closed by the other side in the same
 * moment; nobody has read the request then.
 */
function isWorthRetrying(error: AxiosError): boolean {
  if (error.response !== undefined) return pauseAfter(error.response, 0) <= longestPauseMs;
  const tries = error.config?.['axios-retry']?.retryCount ?? 0;
  return tries === 0 && error.code === 'ECONNRESET' && isReused(error.request);
}

function isReused(request: unknown): boolean {
  return (request as { readonly reusedSocket?: unknown } | undefined)?.reusedSocket === true;
}

function pauseAfter(response: AxiosResponse, retry: number): number {
  return retryAfter(plainHeaders(response), Date.now()) ?? 250 * 2 ** retry;
}

/** By lower-case names. */
export function plainHeaders(response: AxiosResponse): Record<string, string> {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}
