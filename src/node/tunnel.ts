import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { getProxyForUrl } from 'proxy-from-env';
import { isOnLoopback } from './token-guard.ts';

export interface TunnelOptions {
  /** Where the line is to lead: `hub.example:443`. */
  readonly to: string;
  /** Certificate authorities for a proxy that is itself secured; undefined: those Node knows. */
  readonly ca: string[] | undefined;
  /** Ends the attempt, whatever the proxy does or does not do. */
  readonly signal: AbortSignal;
}

/** A proxy did not lead on; the message says why, for people, and names no password. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
}

/** The proxy that the environment names for a secured host; undefined where none is to be used. A proxy's own loopback is not ours. */
export function proxyTo(to: string): URL | undefined {
  const url = new URL(`https://${to}`);
  const address = isOnLoopback(url) ? '' : getProxyForUrl(url.href);
  if (address === '') return undefined;
  const proxy = URL.canParse(address) ? new URL(address) : undefined;
  if (proxy?.protocol === 'http:' || proxy?.protocol === 'https:') return proxy;
  throw new ProxyError('its address in the environment is no http or https address');
}

/**
 * Asks a proxy for a line to another host. What the proxy answers is never taken for that host's answer, and nobody who has
 * gone away is waited for: an attempt alone keeps no process alive.
 */
export function openTunnel(proxy: URL, { to, ca, signal }: TunnelOptions): Promise<Socket> {
  const { request } = proxy.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    request({
      method: 'CONNECT',
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      path: to,
      headers: { host: to, ...credentials(proxy) },
      agent: false,
      signal,
      ...(ca && { ca }),
    })
      .once('socket', socket => socket.unref())
      .once('connect', ({ statusCode = 0 }, socket: Socket) => {
        if (statusCode >= 200 && statusCode < 300) {
          resolve(socket.ref());
          return;
        }
        socket.destroy();
        reject(new ProxyError(refusalWords(statusCode)));
      })
      .once('response', response => {
        response.destroy();
        reject(new ProxyError(refusalWords(response.statusCode ?? 0)));
      })
      .once('error', error => reject(signal.aborted ? error : new ProxyError(failureWords(proxy, error))))
      .end();
  });
}

function credentials({ username, password }: URL): { 'proxy-authorization'?: string } {
  if (username === '') return {};
  const plain = `${decoded(username)}:${decoded(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(plain).toString('base64')}` };
}

/** People write passwords as they are, too: a percent sign that stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function refusalWords(status: number): string {
  return status === 407 ? 'it wants a name and a password (407)' : `it answered ${status}`;
}

function failureWords({ host }: URL, error: Error): string {
  const { code } = error as { readonly code?: unknown };
  return `${host} cannot be reached${typeof code === 'string' ? ` (${code})` : ''}`;
}
