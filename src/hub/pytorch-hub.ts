import type { HubClient } from './types.ts';

/** A GitHub repository with a `hubconf.py`, whose entry point decides at run time which weights it downloads. */
export const client: HubClient = {
  hub: 'pytorch-hub',
  lookup: async () => ({
    state: 'skipped',
    why: 'the weights are chosen by code in a GitHub repository, which is not asked',
  }),
};
