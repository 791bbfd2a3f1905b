import type { DatasetLookup } from '../model/background.ts';
import type { Lookup } from '../model/record.ts';
import type { Hub } from '../model/reference.ts';
import { lookUpDataset } from './hugging-face-dataset.ts';
import { clients } from './registry.generated.ts';
import { shareAnswers } from './shared-answers.ts';
import type { HubClient, HubEnvironment, LookupOptions } from './types.ts';

/** Every question to a hub goes through here, so that each is asked once. */
export interface Resolver {
  resolve(hub: Hub, target: string, revision: string | undefined, options: LookupOptions): Promise<Lookup>;
  dataset(id: string, options: LookupOptions): Promise<DatasetLookup>;
}

const clientOf: ReadonlyMap<Hub, HubClient> = new Map(clients.map(client => [client.hub, client]));

export function createResolver(environment: HubEnvironment): Resolver {
  const lookups = shareAnswers<Lookup>(environment.clock);
  const datasets = shareAnswers<DatasetLookup>(environment.clock);
  return {
    async resolve(hub, target, revision, options) {
      const client = clientOf.get(hub);
      if (client === undefined) {
        return { state: 'skipped', why: `${hub} is not asked` };
      }
      return await lookups.of(JSON.stringify([hub, target, revision]), options, shared =>
        client.lookup({ target, revision }, environment, shared),
      );
    },
    dataset: (id, options) => datasets.of(id, options, shared => lookUpDataset(id, environment, shared)),
  };
}
