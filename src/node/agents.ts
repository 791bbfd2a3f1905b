import http from 'node:http';
import https from 'node:https';
import { isIPv6, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { afterTime } from './after-time.ts';
import { openTunnel, proxyTo } from './tunnel.ts';

/** The code of the error that ends a connection which does not come about. */
export const connectTimeout = 'ECONNECTLATE';

export interface Agents {
  readonly httpAgent: http.Agent;
  readonly httpsAgent: https.Agent;
}

/** Keep connections for the next request, give up on those that do not come about, and know a company's own authorities. */
export function createAgents(connectMs: number, authorities: readonly string[]): Agents {
  // Naming authorities takes the place of those Node knows, so that these have to be named, too.
  const ca = authorities.length > 0 ? [...tls.rootCertificates, ...authorities] : undefined;
  return { httpAgent: new PlainAgent(connectMs), httpsAgent: new SecuredAgent(connectMs, ca) };
}

/** Node keeps a request's own signal from its agent, so that it comes under this name, too. */
export interface CalledOptions extends https.RequestOptions {
  /** Aborted when nobody waits for the request any more. */
  readonly caller?: AbortSignal;
}

type Connected = (error: Error | null, stream?: Duplex) => void;

class PlainAgent extends http.Agent {
  readonly #connectMs: number;

  constructor(connectMs: number) {
    super({ keepAlive: true });
    this.#connectMs = connectMs;
  }

  override createConnection(options: http.RequestOptions): Duplex | null | undefined {
    return limited(super.createConnection(options), 'connect', this.#connectMs);
  }
}

/** Leads through the environment's proxy where there is one; the limit of time covers what the proxy takes to answer. */
class SecuredAgent extends https.Agent {
  readonly #connectMs: number;
  readonly #ca: string[] | undefined;

  constructor(connectMs: number, ca: string[] | undefined) {
    super({ keepAlive: true, ...(ca && { ca }) });
    this.#connectMs = connectMs;
    this.#ca = ca;
  }

  override createConnection(
    { caller, ...options }: CalledOptions,
    connected: Connected,
  ): Duplex | null | undefined {
    const deadline = Date.now() + this.#connectMs;
    const secure = (line?: Socket): Duplex | null | undefined =>
      limited(
        super.createConnection({ ...options, ...(line && { socket: line }) }),
        'secureConnect',
        deadline - Date.now(),
      );
    const to = addressOf(options);
    const proxy = proxyTo(to);
    if (proxy === undefined) return secure();
    this.#tunnel(proxy, to, caller).then(
      line => connected(null, secure(line) ?? undefined),
      (error: Error) => connected(error),
    );
    return undefined;
  }

  async #tunnel(proxy: URL, to: string, caller: AbortSignal | undefined): Promise<Socket> {
    const late = AbortSignal.timeout(this.#connectMs);
    const signal = caller === undefined ? late : AbortSignal.any([caller, late]);
    try {
      return await openTunnel(proxy, { to, ca: this.#ca, signal });
    } catch (error) {
      throw late.aborted ? tooLate() : error;
    }
  }
}

function addressOf({ host, port }: https.RequestOptions): string {
  return `${isIPv6(host ?? '') ? `[${host}]` : host}:${port ?? 443}`;
}

/** An agent's own limit of time counts idleness alone, from the first byte on. */
function limited(
  connection: Duplex | null | undefined,
  connected: 'connect' | 'secureConnect',
  milliseconds: number,
): Duplex | null | undefined {
  const callOff = afterTime(milliseconds, () => connection?.destroy(tooLate()));
  connection?.once(connected, callOff).once('close', callOff);
  return connection;
}

function tooLate(): Error {
  return Object.assign(new Error('the connection takes too long'), { code: connectTimeout });
}
