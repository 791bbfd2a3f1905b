import * as v from 'valibot';
import type { DatasetLookup, DatasetRecord } from '../model/background.ts';
import { isHubId } from '../model/hub-id.ts';
import { day, type FactKind } from './fact.ts';
import { licenseOf, valuesOf } from './hub-tags.ts';
import { lookUpFact } from './look-up-fact.ts';
import { gating, lenient, readJson, text, texts } from './reply-schema.ts';
import type { HubEnvironment, LookupOptions } from './types.ts';

const replySchema = v.object({
  id: text,
  tags: texts,
  gated: gating,
  cardData: lenient(v.object({ license: texts, license_name: text, license_link: text })),
});

const dataset: FactKind<DatasetRecord> = {
  name: 'dataset',
  freshFor: { found: 7 * day, missing: day },
  request: ({ target }) => ({ path: `/api/datasets/${target}` }),
  read(body, endpoint) {
    const reply = readJson(replySchema, body);
    return reply?.id === undefined ? undefined : toRecord(reply.id, reply, endpoint);
  },
  revive: ({ id, license, gated, url }) =>
    typeof id === 'string' && typeof url === 'string' ? { id, license, gated, url } : undefined,
};

function toRecord(id: string, reply: v.InferOutput<typeof replySchema>, endpoint: string): DatasetRecord {
  const { tags, cardData, gated } = reply;
  const ids = cardData?.license ?? valuesOf(tags ?? [], 'license:');
  return {
    id,
    license: tags || cardData ? licenseOf(ids, cardData?.license_name, cardData?.license_link) : undefined,
    gated,
    url: `${endpoint}/datasets/${id}`,
  };
}

/** What the hub says of one data set: kept, asked, or from the snapshot. */
export async function lookUpDataset(
  id: string,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<DatasetLookup> {
  // Cards name data sets freely: many names are none of the hub's.
  if (!isHubId(id)) return { state: 'unreachable', why: 'not the id of a data set on the hub' };
  const fact = await lookUpFact(dataset, { target: id, revision: undefined }, environment, options);
  if (fact.state === 'found') return { state: 'found', record: fact.value, from: fact.from, at: fact.at };
  if (fact.state === 'missing') return { state: 'missing' };
  const record = environment.snapshot.dataset(id);
  if (record) return { state: 'found', record, from: 'snapshot', at: environment.snapshot.date };
  return { state: 'unreachable', why: fact.state === 'unreachable' ? fact.why : 'access refused' };
}
