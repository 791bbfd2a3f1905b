import { isHubId } from '../model/hub-id.ts';
import type { Lookup } from '../model/record.ts';
import { keep, movedFromOf, readKept } from './hugging-face-cache.ts';
import { askHuggingFace } from './hugging-face-live.ts';
import type { HubClient, HubEnvironment, HubQuery, LookupOptions } from './types.ts';

/** The Hugging Face Hub, or a mirror of it: a fresh answer kept, the hub itself, a stale answer, the snapshot. */
export const client: HubClient = { hub: 'huggingface', lookup: lookUpHuggingFace };

export async function lookUpHuggingFace(
  asked: HubQuery,
  surroundings: HubEnvironment,
  options: LookupOptions,
): Promise<Lookup> {
  if (!isHubId(asked.target)) {
    return { state: 'skipped', why: 'not a hub id' };
  }
  const environment = { ...surroundings, endpoint: surroundings.endpoint.replace(/\/+$/, '') };
  const kept = await readKept(asked, environment);
  if (kept?.isFresh) {
    return kept.lookup;
  }
  const live = options.mayAskNetwork ? await askHuggingFace(asked, environment, options.signal) : undefined;
  if (live !== undefined && live.state !== 'unreachable') {
    await keep(live, asked, environment);
    return live;
  }
  return kept?.lookup ?? fromSnapshot(asked, environment) ?? live ?? offline(asked, environment);
}

function fromSnapshot(query: HubQuery, { snapshot }: HubEnvironment): Lookup | undefined {
  const record = snapshot.record(query.target) ?? snapshot.record(snapshot.renamed(query.target) ?? '');
  if (record === undefined) {
    return undefined;
  }
  return {
    state: 'found',
    record,
    from: 'snapshot',
    at: snapshot.date,
    movedFrom: movedFromOf(record, query),
  };
}

function offline(query: HubQuery, { snapshot }: HubEnvironment): Lookup {
  const why = snapshot.has(query.target)
    ? `offline: the snapshot of ${snapshot.date} names this model but holds no facts of it`
    : `offline: not in the snapshot of ${snapshot.date}`;
  return { state: 'unreachable', why };
}
