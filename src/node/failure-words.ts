import type { TransportRequest } from '../model/outside.ts';
import { connectTimeout } from './agents.ts';
import { OutOfBounds, type TimeLimits } from './bounded-adapter.ts';

interface Bounds extends TimeLimits {
  readonly maxBodyBytes: number;
}

/** Why no whole reply came. Built from the host and the code alone: the library's own messages may repeat addresses and headers. */
export function failureWords(error: unknown, request: TransportRequest, bounds: Bounds): string {
  const { host } = new URL(request.url);
  if (request.signal?.aborted) return 'cancelled';
  const bound = boundOf(error);
  if (bound === 'size') return `the answer of ${host} is larger than ${bounds.maxBodyBytes / 1024 / 1024} MB`;
  if (bound === 'whole') return `no whole answer from ${host} within ${bounds.whole / 1000} s`;
  if (bound === 'firstByte') return `no answer from ${host} within ${bounds.firstByte / 1000} s`;
  if (bound === 'proxy') return `the proxy does not lead to ${host}`;
  const code = codeOf(error);
  if (code === connectTimeout) return `no connection to ${host} within ${bounds.connect / 1000} s`;
  return `cannot reach ${host}${code === undefined ? '' : ` (${code})`}`;
}

/** Retrying wraps what the adapter throws. */
function boundOf(error: unknown): OutOfBounds['bound'] | undefined {
  if (error instanceof OutOfBounds) return error.bound;
  const { cause } = (error ?? {}) as { readonly cause?: unknown };
  return cause === undefined ? undefined : boundOf(cause);
}

function codeOf(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
