import { isHubId } from '../model/hub-id.ts';
import type { Lookup, ModelRecord } from '../model/record.ts';
import { reviveRecord } from './empty-record.ts';
import { day, type FactKind, hour, type SaidFact } from './fact.ts';
import { readReply, recordKeys } from './hugging-face-reply.ts';
import { lookUpFact } from './look-up-fact.ts';
import { staysHere } from './private-id.ts';
import type { HubClient, HubEnvironment, HubQuery, LookupOptions } from './types.ts';
import { urlPart } from './url-part.ts';

/** The Hugging Face Hub, or a mirror of it: a fresh answer kept, the hub itself, a stale answer, the snapshot. */
export const client: HubClient = { hub: 'huggingface', lookup: lookUpHuggingFace };

const model: FactKind<ModelRecord> = {
  name: 'model',
  freshFor: { found: day, missing: hour },
  request: query => ({ path: `${pathOf(query)}?${recordKeys.map(key => `expand[]=${key}`).join('&')}` }),
  plainRequest: query => ({ path: pathOf(query) }),
  read: readReply,
  revive: kept => reviveRecord('huggingface', kept),
};

function pathOf({ target, revision }: HubQuery): string {
  return `/api/models/${target}${revision === undefined ? '' : `/revision/${urlPart(revision)}`}`;
}

export async function lookUpHuggingFace(
  asked: HubQuery,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<Lookup> {
  if (!isHubId(asked.target)) {
    return { state: 'skipped', why: 'not a hub id' };
  }
  const fact = await lookUpFact(model, asked, environment, options);
  if (fact.state === 'no-revision' && asked.revision !== undefined) {
    return withoutCommit(await lookUpHuggingFace({ ...asked, revision: undefined }, environment, options));
  }
  const said = fact.state === 'unreachable' ? undefined : lookupOf(fact, asked);
  if (said) return said;
  const known = fromSnapshot(asked, environment);
  if (known) return known;
  if (environment.isPrivate(asked.target)) return { state: 'skipped', why: staysHere };
  if (fact.state !== 'unreachable') return { state: 'unreachable', why: 'the hub denies its default branch' };
  return options.mayAskNetwork ? fact : offline(asked, environment);
}

/** Undefined for what says nothing of the model: a repository always has a default branch. */
function lookupOf(fact: SaidFact<ModelRecord>, query: HubQuery): Lookup | undefined {
  if (fact.state === 'found') {
    const { value: record, from, at } = fact;
    return { state: 'found', record, from, at, movedFrom: movedFromOf(record, query) };
  }
  if (fact.state === 'gated') return { state: 'gated' };
  if (fact.state === 'no-revision') return undefined;
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
