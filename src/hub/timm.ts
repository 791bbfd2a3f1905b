import type { Lookup } from '../model/record.ts';
import { lookUpHuggingFace } from './hugging-face.ts';
import { timmRenamed } from './tables/timm-renamed.ts';
import type { HubClient, HubEnvironment, HubQuery, LookupOptions } from './types.ts';

/** timm names architectures (`resnet50`), weights of them (`resnet50.a1_in1k`), or a model on the Hugging Face Hub. */
export const client: HubClient = { hub: 'timm', lookup: lookUpTimm };

async function lookUpTimm(
  query: HubQuery,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<Lookup> {
  const { target } = query;
  if (target.startsWith('local-dir:')) {
    return { state: 'skipped', why: 'weights from a local folder' };
  }
  const id = hubIdOf(target, environment);
  if (id === undefined) {
    const date = environment.snapshot.date;
    return {
      state: 'unreachable',
      why: `the table of timm weights of ${date} names no default weights for it`,
    };
  }
  return await lookUpHuggingFace({ ...query, target: id }, environment, options);
}

function hubIdOf(target: string, { snapshot }: HubEnvironment): string | undefined {
  const name = target.replace(/^hf[-_]hub:/, '');
  if (name !== target || name.includes('/')) {
    return name;
  }
  const today = timmRenamed.get(name) ?? name;
  return snapshot.timm(today) ?? (today.includes('.') ? `timm/${today}` : undefined);
}
