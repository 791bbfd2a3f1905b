import type { TransportRequest } from '../model/outside.ts';

export interface TokenOwner {
  /** Undefined when the host has none: then no request carries one, whatever the caller asks for. */
  readonly token: string | undefined;
  /** The only host, with its port, that may see the token. */
  readonly tokenHost: string;
}

/** Whether an address is one of this machine, to which no line leads that others read along. */
export function isOnLoopback(url: URL): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
}

/** Leaves the token out of whatever does not go to its own host over a line nobody reads along, and where the caller says so. */
export function withoutStrayToken(
  request: TransportRequest,
  { token, tokenHost }: TokenOwner,
): TransportRequest {
  const url = new URL(request.url);
  const isSafe = url.protocol === 'https:' || isOnLoopback(url);
  const isWanted = request.mayCarryToken?.() ?? true;
  if (token !== undefined && isWanted && isSafe && url.host === tokenHost) {
    return request;
  }
  const headers = Object.entries(request.headers ?? {}).filter(
    ([name]) => name.toLowerCase() !== 'authorization',
  );
  return { ...request, headers: Object.fromEntries(headers) };
}
