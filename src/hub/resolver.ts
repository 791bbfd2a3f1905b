import type { DatasetLookup } from '../model/background.ts';
import type { CardTextLookup } from '../model/card-text.ts';
import type { PublisherLookup } from '../model/publisher.ts';
import type { Lookup, ModelRecord } from '../model/record.ts';
import type { Hub } from '../model/reference.ts';
import type { ScanLookup } from '../model/security-scan.ts';
import { lookUpCard } from './hugging-face-card.ts';
import { lookUpDataset } from './hugging-face-dataset.ts';
import { lookUpPublisher } from './hugging-face-publisher.ts';
import { lookUpScan } from './hugging-face-scan.ts';
import { permitted, staysHere } from './private-id.ts';
import { clients } from './registry.generated.ts';
import { shareAnswers } from './shared-answers.ts';
import type { HubClient, HubEnvironment, LookupOptions } from './types.ts';

/** Every question to a hub goes through here, so that each is asked once. */
export interface Resolver {
  resolve(hub: Hub, target: string, revision: string | undefined, options: LookupOptions): Promise<Lookup>;
  dataset(id: string, options: LookupOptions): Promise<DatasetLookup>;
  /** Of the account that the id begins with. */
  publisher(record: ModelRecord, options: LookupOptions): Promise<PublisherLookup>;
  scan(record: ModelRecord, options: LookupOptions): Promise<ScanLookup>;
  card(record: ModelRecord, options: LookupOptions): Promise<CardTextLookup>;
}

const clientOf: ReadonlyMap<Hub, HubClient> = new Map(clients.map(client => [client.hub, client]));

export function createResolver(environment: HubEnvironment): Resolver {
  const lookups = shareAnswers<Lookup>(environment.clock);
  const datasets = shareAnswers<DatasetLookup>(environment.clock);
  const publishers = shareAnswers<PublisherLookup>(environment.clock);
  const scans = shareAnswers<ScanLookup>(environment.clock);
  const cards = shareAnswers<CardTextLookup>(environment.clock);
  return {
    async resolve(hub, target, revision, options) {
      const client = clientOf.get(hub);
      if (client === undefined) {
        return { state: 'skipped', why: `${hub} is not asked` };
      }
      const allowed = permitted(target, options, environment);
      const lookup = await lookups.of(JSON.stringify([hub, target, revision]), allowed, shared =>
        client.lookup({ target, revision }, environment, shared),
      );
      const isKeptBack = lookup.state === 'unreachable' && environment.isPrivate(target);
      return isKeptBack ? { state: 'skipped', why: staysHere } : lookup;
    },
    dataset: (id, options) =>
      datasets.of(id, permitted(id, options, environment), shared => lookUpDataset(id, environment, shared)),
    publisher: (record, options) => {
      const name = record.id.slice(0, record.id.indexOf('/'));
      return publishers.of(name, permitted(record.id, options, environment), shared =>
        lookUpPublisher(name, environment, shared),
      );
    },
    scan: (record, options) =>
      scans.of(`${record.id} ${record.sha}`, permitted(record.id, options, environment), shared =>
        lookUpScan(record, environment, shared),
      ),
    card: (record, options) =>
      cards.of(`${record.id} ${record.sha}`, permitted(record.id, options, environment), shared =>
        lookUpCard(record, environment, shared),
      ),
  };
}
