import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import tls from 'node:tls';

/** The code of the error that ends a connection which does not come about. */
export const connectTimeout = 'ECONNECTLATE';

export interface Agents {
  readonly httpAgent: http.Agent;
  readonly httpsAgent: https.Agent;
}

/** Keep connections for the next request, give up on those that do not come about, and know a company's own authorities. */
export function createAgents(connectMs: number, authorities: readonly string[]): Agents {
  const httpAgent = new http.Agent({ keepAlive: true });
  const httpsAgent = new https.Agent({
    keepAlive: true,
    // Naming authorities takes the place of those Node knows, so that these have to be named, too.
    ...(authorities.length > 0 && { ca: [...tls.rootCertificates, ...authorities] }),
  });
  limit(httpAgent, 'connect', connectMs);
  limit(httpsAgent, 'secureConnect', connectMs);
  return { httpAgent, httpsAgent };
}

/** An agent's own limit of time counts idleness alone, from the first byte on. */
function limit(agent: http.Agent, connected: 'connect' | 'secureConnect', connectMs: number): void {
  const connecting = agent as unknown as { createConnection(...parameters: unknown[]): Socket };
  const create = connecting.createConnection.bind(agent);
  connecting.createConnection = (...parameters) => {
    const socket = create(...parameters);
    const timer = setTimeout(() => {
      socket.destroy(Object.assign(new Error('the connection takes too long'), { code: connectTimeout }));
    }, connectMs);
    socket.once(connected, () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
    return socket;
  };
}
