import { isHubId } from '../model/hub-id.ts';
import type { Lookup, ModelRecord } from '../model/record.ts';
import { emptyRecord } from './empty-record.ts';
import { day, type FactKind, hour, type SaidFact } from './fact.ts';
import { readReply } from './hugging-face-reply.ts';
import { lookUpFact } from './look-up-fact.ts';
import type { HubClient, HubEnvironment, HubQuery, LookupOptions } from './types.ts';

/** The Hugging Face Hub, or a mirror of it: a fresh answer kept, the hub itself, a stale answer, the snapshot. */
export const client: HubClient = { hub: 'huggingface', lookup: lookUpHuggingFace };

const model: FactKind<ModelRecord> = {
  name: 'model',
  freshFor: { found: day, missing: hour },
  path: ({ target, revision }) =>
    `/api/models/${target}${revision === undefined ? '' : `/revision/${encodeURIComponent(revision)}`}`,
  read: readReply,
  // JSON drops what is undefined; the record's type promises the keys.
  revive: kept =>
    typeof kept.id === 'string' && typeof kept.url === 'string'
      ? { ...emptyRecord('huggingface', kept.id, kept.url), ...kept }
      : undefined,
};

export async function lookUpHuggingFace(
  asked: HubQuery,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<Lookup> {
  if (!isHubId(asked.target)) {
    return { state: 'skipped', why: 'not a hub id' };
  }
  const fact = await lookUpFact(model, asked, environment, options);
  if (fact.state === 'no-revision') {
    return withoutCommit(await lookUpHuggingFace({ ...asked, revision: undefined }, environment, options));
  }
  if (fact.state !== 'unreachable') return lookupOf(fact, asked);
  return fromSnapshot(asked, environment) ?? (options.mayAskNetwork ? fact : offline(asked, environment));
}

function lookupOf(fact: SaidFact<ModelRecord>, query: HubQuery): Lookup {
  if (fact.state === 'found') {
    const { value: record, from, at } = fact;
    return { state: 'found', record, from, at, movedFrom: movedFromOf(record, query) };
  }
  if (fact.state === 'gated') return { state: 'gated' };
  // A token opens its owner's private models and nobody else's.
  return { state: 'missing', mayBePrivate: true, from: fact.from, at: fact.at };
}

/** The model exists, and most of what is known of it does not depend on the revision; the commit does. */
function withoutCommit(lookup: Lookup): Lookup {
  return lookup.state === 'found' ? { ...lookup, record: { ...lookup.record, sha: undefined } } : lookup;
}

/** The id asked for when the hub calls the model by another today. */
function movedFromOf(record: ModelRecord, query: HubQuery): string | undefined {
  return record.id === query.target ? undefined : query.target;
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
