import { isHubId } from '../../src/model/hub-id.ts';
import type { Sources } from './sources.ts';

/** Pairs of the table that name another model and not a new name of the same one, each with the reason. */
export const notRenamed: ReadonlyMap<string, string> = new Map([
  [
    'runwayml/stable-diffusion-inpainting',
    'the publisher deleted it; what the table names is a copy others uploaded',
  ],
  [
    'runwayml/stable-diffusion-v1-5',
    'the publisher deleted it; what the table names is a copy others uploaded',
  ],
  ['roneneldan/TinyStories', 'a data set; what the table names is one of several models trained on it'],
]);

/** The table's keys come from tags, which may state the relation to a base model before its id. */
const relation = /^(?:finetune|adapter|quantized|merge):/;

/** Old ids and today's. Keys that are no ids are left out, and so are ids that are called the same today. */
export function renamedIds({ renamed }: Pick<Sources, 'renamed'>): ReadonlyMap<string, string> {
  const pairs = Object.entries(renamed).map(([key, today]) => [key.replace(relation, ''), today] as const);
  return new Map(pairs.filter(([old, today]) => isHubId(old) && old !== today && !notRenamed.has(old)));
}
