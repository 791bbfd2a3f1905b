import { type Host, startHost } from './host.ts';
import { createOrders, toPattern } from './orders.ts';
import { createRateLimit, type Limit } from './rate-limit.ts';
import { noRecords, type Records } from './records.ts';
import { json } from './replies.ts';
import { answerOfFiles, answerOfHub } from './routes.ts';
import type { HubRequest, Received, Reply, World } from './types.ts';

export interface HubOptions {
  readonly records?: Partial<Records>;
  /** 0 or undefined: any free one. */
  readonly port?: number;
  /** No limit without it. */
  readonly limit?: Limit;
  /** Valid tokens; without it every token is. */
  readonly tokens?: readonly string[];
  /** Tokens that may read gated files. */
  readonly grants?: readonly string[];
}

export interface StandInHub extends Host {
  /** The second host, to which large files and blobs redirect. */
  readonly files: Host;
  /** How often it answered 429 because its limit was exceeded. */
  readonly refusedByLimit: number;
  /**
   * Orders a fault (`cut`, `slow:2000`) or a reply for the paths a pattern names: `*` stands for any text, and the query
   * counts only where the pattern has one. The latest order wins; `times` says for how many requests.
   */
  order(pattern: string, what: string | Reply, times?: number): void;
  /** How many requests came for a pattern. */
  count(pattern: string): number;
  close(): Promise<void>;
}

/** Starts a hub on this machine, on two ports: its own, and that of the host its large files lie on. */
export async function startStandInHub(options: HubOptions = {}): Promise<StandInHub> {
  const orders = createOrders();
  const limited = withLimit(options.limit);
  const files = await startHost(0, request => orders.obey(request, () => answerOfFiles(request, world)));
  const main = await startHost(options.port ?? 0, request =>
    request.url === '/stand-in/requests'
      ? { reply: summary(hub) }
      : orders.obey(request, () => limited.answer(request, () => answerOfHub(request, world))),
  );
  const world = worldOf(options, main, files);
  const hub: StandInHub = {
    ...main,
    files,
    get refusedByLimit() {
      return limited.refused();
    },
    order: (pattern, what, times = Number.POSITIVE_INFINITY) => orders.add(pattern, what, times),
    count(pattern) {
      const wanted = toPattern(pattern);
      return main.received.filter(({ url }) => wanted.test(url)).length;
    },
    async close() {
      await Promise.all([main.close(), files.close()]);
    },
  };
  return hub;
}

function worldOf({ records, tokens, grants = [] }: HubOptions, main: Host, files: Host): World {
  return {
    records: { ...noRecords, ...records },
    endpoint: main.endpoint,
    filesEndpoint: files.endpoint,
    tokens,
    grants,
  };
}

/** Every reply says how much of the limit is left; what comes too often gets 429. */
function withLimit(limit: Limit | undefined): {
  answer(request: HubRequest, usual: () => Reply): Reply;
  refused(): number;
} {
  const take = limit && createRateLimit(limit);
  let refused = 0;
  return {
    refused: () => refused,
    answer(request, usual) {
      const quota = take?.(request);
      if (quota?.isExceeded) {
        refused += 1;
        return json(429, { error: 'Too many requests' }, quota.headers);
      }
      const reply = usual();
      return { ...reply, headers: { ...quota?.headers, ...reply.headers } };
    },
  };
}

/** What came so far, for other processes to look at: no header, because one may hold a token. */
function summary({ received, files, refusedByLimit }: StandInHub): Reply {
  const listed = (host: readonly Received[]): unknown => host.map(({ method, url }) => ({ method, url }));
  return json(200, { requests: listed(received), files: listed(files.received), refusedByLimit });
}
