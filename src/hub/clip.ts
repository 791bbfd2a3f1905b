import { fromTable } from './table.ts';
import type { HubClient } from './types.ts';

/** The names `clip.load` takes. OpenAI's repository has an MIT license for its code and states none for the weights. */
const names: ReadonlySet<string> = new Set([
  ...['RN50', 'RN101', 'RN50x4', 'RN50x16', 'RN50x64'],
  ...['ViT-B/32', 'ViT-B/16', 'ViT-L/14', 'ViT-L/14@336px'],
]);

export const client: HubClient = {
  hub: 'clip',
  lookup: async ({ target }) =>
    names.has(target)
      ? fromTable('clip', target, {
          url: 'https://github.com/openai/CLIP/blob/main/model-card.md',
          task: 'zero-shot-image-classification',
          library: 'openai-clip',
          architecture: 'clip',
        })
      : { state: 'skipped', why: 'not a name of openai-clip: a file of weights' },
};
