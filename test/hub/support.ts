import { readFile } from 'node:fs/promises';
import type { HubAddresses } from '../../src/hub/addresses.ts';
import { readSnapshot } from '../../src/hub/snapshot.ts';
import type { HubEnvironment, Snapshot } from '../../src/hub/types.ts';
import type { CacheEntry, CacheStore } from '../../src/model/outside.ts';
import { createTransport } from '../../src/node/transport.ts';

export const snapshotFile = new URL('../../assets/snapshot.json.gz', import.meta.url);

let snapshot: Promise<Snapshot> | undefined;

export function shippedSnapshot(): Promise<Snapshot> {
  snapshot ??= readFile(snapshotFile).then(readSnapshot);
  return snapshot;
}

export interface Clockwork {
  now(): Date;
  advance(milliseconds: number): void;
}

export function createClock(): Clockwork {
  let time = Date.parse('2026-11-01T00:00:00Z');
  return {
    now: () => new Date(time),
    advance(milliseconds) {
      time += milliseconds;
    },
  };
}

export function memoryCache(clock: Clockwork): CacheStore & { readonly entries: Map<string, CacheEntry> } {
  const entries = new Map<string, CacheEntry>();
  return {
    entries,
    get: async key => entries.get(key),
    async set(key, value) {
      entries.set(key, { value: JSON.parse(JSON.stringify(value)), at: clock.now().toISOString() });
    },
    exclusively: (_key, work) => work(),
  };
}

export interface TestEnvironment extends HubEnvironment {
  readonly clock: Clockwork;
  readonly cache: ReturnType<typeof memoryCache>;
}

export async function createEnvironment(
  endpoint: string,
  options: {
    readonly token?: string;
    readonly timeoutMs?: number;
    readonly addresses?: Partial<HubAddresses>;
  } = {},
): Promise<TestEnvironment> {
  const clock = createClock();
  return {
    transport: createTransport({
      token: options.token,
      tokenHost: new URL(endpoint).host,
      timeoutMs: options.timeoutMs ?? 2000,
      userAgent: 'ptm-audit/test',
    }),
    cache: memoryCache(clock),
    snapshot: await shippedSnapshot(),
    clock,
    log: { info: () => undefined, warn: () => undefined },
    endpoint,
    token: options.token,
    isPrivate: () => false,
    ...(options.addresses && { addresses: options.addresses }),
  };
}
