import { createSession } from '../../src/audit/session.ts';
import type { Environment, Session } from '../../src/audit/types.ts';
import { TransportError } from '../../src/model/outside.ts';
import { sourceAssets } from './find-in-text.ts';
import { memoryFiles } from './memory-files.ts';

/** A session over a repository that lives in memory, without a network or a cache. */
export function repositorySession(
  entries: Readonly<Record<string, string | Uint8Array>>,
  changes: Partial<Environment> = {},
): Promise<Session> {
  return createSession({
    files: memoryFiles(entries),
    assets: sourceAssets,
    transport: {
      send: async () => {
        throw new TransportError('no network');
      },
    },
    cache: { get: async () => undefined, set: async () => undefined, exclusively: (_key, work) => work() },
    clock: { now: () => new Date('2026-01-01T00:00:00Z') },
    log: { info: () => undefined, warn: () => undefined },
    root: '/repository',
    version: '0.0.0',
    build: undefined,
    token: undefined,
    overrides: { network: 'never' },
    preferences: {},
    isTrusted: true,
    ...changes,
  });
}
