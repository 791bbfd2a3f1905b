import { openClipTag } from '../model/open-clip-tag.ts';
import type { Lookup } from '../model/record.ts';
import { lookUpHuggingFace } from './hugging-face.ts';
import { openClipIds } from './tables/open-clip.ts';
import type { HubClient, HubEnvironment, HubQuery, LookupOptions } from './types.ts';

/** `ViT-B-32/laion2b_s34b_b79k`: OpenCLIP loads an architecture's weights of a tag from the Hugging Face Hub. */
export const client: HubClient = { hub: 'open-clip', lookup: lookUpOpenClip };

async function lookUpOpenClip(
  query: HubQuery,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<Lookup> {
  const id = openClipIds.get(canonical(query.target));
  if (id === undefined) return { state: 'skipped', why: "no weights of OpenCLIP's own list" };
  return await lookUpHuggingFace({ target: id, revision: undefined }, environment, options);
}

/** `-quickgelu` names the same weights read with their own activation. */
function canonical(target: string): string {
  const [architecture = '', tag = ''] = target.split('/');
  return `${architecture.replace(/-quickgelu$/, '')}/${openClipTag(tag)}`;
}
