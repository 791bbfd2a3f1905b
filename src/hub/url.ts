import type { HubClient } from './types.ts';

/** Weights behind a bare address, where nothing states a license or an origin. */
export const client: HubClient = {
  hub: 'url',
  lookup: async () => ({
    state: 'skipped',
    why: 'a bare address: nothing there states a license or a publisher',
  }),
};
