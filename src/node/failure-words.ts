import type { TransportRequest } from '../model/outside.ts';
import { connectTimeout } from './agents.ts';
import { OutOfBounds, type TimeLimits } from './bounded-adapter.ts';
import { ProxyError } from './tunnel.ts';

interface Bounds extends TimeLimits {
  readonly maxBodyBytes: number;
}

/** Why no whole reply came. Built from the host and the code alone: the library's own messages may repeat addresses and headers. */
export function failureWords(error: unknown, request: TransportRequest, bounds: Bounds): string {
  const { host } = new URL(request.url);
  if (request.signal?.aborted) return 'cancelled';
  const bound = causeOf(error, OutOfBounds)?.bound;
  if (bound === 'size') return `the answer of ${host} is larger than ${bounds.maxBodyBytes / 1024 / 1024} MB`;
  if (bound === 'whole') return `no whole answer from ${host} within ${bounds.whole / 1000} s`;
  if (bound === 'firstByte') return `no answer from ${host} within ${bounds.firstByte / 1000} s`;
  const proxy = causeOf(error, ProxyError);
  if (proxy !== undefined) return `the proxy does not lead to ${host}: ${proxy.message}`;
  const code = codeOf(error);
  if (code === connectTimeout) return `no connection to ${host} within ${bounds.connect / 1000} s`;
  return `cannot reach ${host}${code === undefined ? '' : ` (${code})`}`;
}

/** Whether a failure says something of the host: neither what the caller called off nor what is too large for us does. */
export function isFaultOfHost(error: unknown, { signal }: TransportRequest): boolean {
  return signal?.aborted !== true && causeOf(error, OutOfBounds)?.bound !== 'size';
}

/** Whether this machine leads nowhere, as in an aeroplane: no host can mend that. */
export function isWithoutNetwork(error: unknown): boolean {
  return ['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN'].includes(codeOf(error) ?? '');
}

/** axios and retrying wrap what the adapter and the agents throw. */
function causeOf<T extends Error>(error: unknown, kind: new (...parameters: never[]) => T): T | undefined {
  if (error instanceof kind) return error;
  const { cause } = (error ?? {}) as { readonly cause?: unknown };
  return cause === undefined ? undefined : causeOf(cause, kind);
}

function codeOf(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
