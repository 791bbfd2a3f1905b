import { readSnapshot } from '../hub/snapshot.ts';
import type { Snapshot } from '../hub/types.ts';
import type { Assets } from '../model/outside.ts';
import { createKnownModels, type KnownModels } from '../naming/known-models.ts';

export interface ShippedFacts {
  readonly snapshot: Snapshot;
  readonly known: KnownModels;
}

const facts = new WeakMap<Assets, Promise<ShippedFacts>>();

/** Decoded once for all sessions that share their assets: it takes many megabytes. What failed is tried anew. */
export function shippedFacts(assets: Assets): Promise<ShippedFacts> {
  const shared = facts.get(assets);
  if (shared) return shared;
  const reading = read(assets);
  facts.set(assets, reading);
  reading.catch(() => facts.delete(assets));
  return reading;
}

async function read(assets: Assets): Promise<ShippedFacts> {
  const snapshot = await readSnapshot(await assets.read('snapshot.json.gz'));
  const known = createKnownModels(
    () => snapshot.ids(),
    id => snapshot.downloads(id),
  );
  return { snapshot, known };
}
