import type { HubClient } from './types.ts';

/** Weights of torchvision, torchaudio and torchtext. Only the code of these libraries comes with a license. */
export const client: HubClient = {
  hub: 'pytorch',
  lookup: async () => ({
    state: 'skipped',
    why: 'the PyTorch libraries declare no license for their weights, which may inherit the terms of the training data',
  }),
};
