import type { DatasetLookup } from '../model/background.ts';
import type { PublisherLookup } from '../model/publisher.ts';
import type { Lookup, ModelRecord } from '../model/record.ts';
import type { Hub } from '../model/reference.ts';
import type { ScanLookup } from '../model/security-scan.ts';
import { lookUpDataset } from './hugging-face-dataset.ts';
import { lookUpPublisher } from './hugging-face-publisher.ts';
import { lookUpScan } from './hugging-face-scan.ts';
import { clients } from './registry.generated.ts';
import { shareAnswers } from './shared-answers.ts';
import type { HubClient, HubEnvironment, LookupOptions } from './types.ts';

/** Every question to a hub goes through here, so that each is asked once. */
export interface Resolver {
  resolve(hub: Hub, target: string, revision: string | undefined, options: LookupOptions): Promise<Lookup>;
  dataset(id: string, options: LookupOptions): Promise<DatasetLookup>;
  /** By the name an id begins with. */
  publisher(name: string, options: LookupOptions): Promise<PublisherLookup>;
  scan(record: ModelRecord, options: LookupOptions): Promise<ScanLookup>;
}

const clientOf: ReadonlyMap<Hub, HubClient> = new Map(clients.map(client => [client.hub, client]));

export function createResolver(environment: HubEnvironment): Resolver {
  const lookups = shareAnswers<Lookup>(environment.clock);
  const datasets = shareAnswers<DatasetLookup>(environment.clock);
  const publishers = shareAnswers<PublisherLookup>(environment.clock);
  const scans = shareAnswers<ScanLookup>(environment.clock);
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
    publisher: (name, options) =>
      publishers.of(name, options, shared => lookUpPublisher(name, environment, shared)),
    scan: (record, options) =>
      scans.of(`${record.id} ${record.sha}`, options, shared => lookUpScan(record, environment, shared)),
  };
}
