import { TransportError, type TransportReply } from '../model/outside.ts';
import type { Lookup, ModelRecord } from '../model/record.ts';
import type { Hub } from '../model/reference.ts';
import { addressOf, type HubAddresses } from './addresses.ts';
import { reviveRecord } from './empty-record.ts';
import { day, type Fact, hour, type KeptKind, type SaidFact } from './fact.ts';
import { keep, keyOf, readKept } from './keep-fact.ts';
import { staysHere } from './private-id.ts';
import type { HubEnvironment, HubQuery, LookupOptions } from './types.ts';

/** A hub beside Hugging Face: where it answers, and how it is asked for a model. */
export interface OtherHub {
  readonly hub: Hub;
  readonly address: keyof HubAddresses;
  /** What people call it: `GitHub`. */
  readonly name: string;
  /** True where it redirects ids that models had before. Capitals and small letters are the same to such a hub. */
  readonly redirects?: boolean;
  /** Whether a model that is missing may be there for others; true without it. */
  mayBePrivate?(target: string): boolean;
  /** Undefined where the hub says that it has no such model. Throws `Unanswered` where it says nothing of use. */
  ask(query: HubQuery, get: Get): Promise<ModelRecord | undefined>;
}

/** Asks an address below the hub's own; the reply's status is 200 or 404. */
export type Get = (path: string, accept?: string) => Promise<TransportReply>;

/** The hub said nothing that could be used; the message says why. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

/** In this order: a fresh answer kept, the hub itself, a stale answer. */
export async function lookUpOther(
  hub: OtherHub,
  query: HubQuery,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<Lookup> {
  // The token belongs to Hugging Face, so everybody gets the same answer here.
  const there = { ...environment, endpoint: addressOf(hub.address, environment), token: undefined };
  const fact = await factFrom(hub, query, there, options);
  return fact.state === 'unreachable' ? fact : lookupOf(fact, hub, query);
}

async function factFrom(
  hub: OtherHub,
  query: HubQuery,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<Fact<ModelRecord>> {
  const kind = kindOf(hub);
  const kept = await readKept(kind, query, environment);
  if (kept?.isFresh) return kept.fact;
  const isPrivate = environment.isPrivate(query.target);
  if (!options.mayAskNetwork || isPrivate) {
    const why = isPrivate ? staysHere : `offline: ${hub.name} was not asked`;
    return kept?.fact ?? { state: 'unreachable', why };
  }
  const ask = async (): Promise<Fact<ModelRecord>> => {
    // Another process may have asked the same in the meantime.
    const answer = await readKept(kind, query, environment);
    return answer?.isFresh ? answer.fact : await askNow(hub, query, environment, options);
  };
  const fact = await environment.cache.exclusively(keyOf(kind, query, environment), ask, options.signal);
  return fact.state === 'unreachable' ? (kept?.fact ?? fact) : fact;
}

async function askNow(
  hub: OtherHub,
  query: HubQuery,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<Fact<ModelRecord>> {
  try {
    const fact = saidNow(await hub.ask(query, getter(hub, environment, options)), environment);
    await keep(kindOf(hub), query, environment, { fact, etag: undefined });
    return fact;
  } catch (error) {
    if (!(error instanceof TransportError || error instanceof Unanswered)) throw error;
    return { state: 'unreachable', why: error.message };
  }
}

function kindOf({ hub }: OtherHub): KeptKind<ModelRecord> {
  const freshFor = { found: day, missing: hour };
  return { hub, name: 'model', freshFor, revive: kept => reviveRecord(hub, kept) };
}

function getter({ name }: OtherHub, environment: HubEnvironment, { signal, isPatient }: LookupOptions): Get {
  return async (path, accept = 'application/json') => {
    const url = environment.endpoint + path;
    const headers = { accept };
    const reply = await environment.transport.send({ method: 'GET', url, headers, signal, isPatient });
    if (reply.status === 200 || reply.status === 404) return reply;
    throw new Unanswered(refusalWords(reply, name));
  };
}

function refusalWords({ status, headers }: TransportReply, name: string): string {
  const isLimited = status === 429 || (status === 403 && headers['x-ratelimit-remaining'] === '0');
  if (isLimited) return `rate limited by ${name}`;
  return status === 401 || status === 403 ? `access refused by ${name}` : `${name} answered ${status}`;
}

function saidNow(record: ModelRecord | undefined, { clock }: HubEnvironment): SaidFact<ModelRecord> {
  const seen = { from: 'live', at: clock.now().toISOString() } as const;
  return record === undefined ? { state: 'missing', ...seen } : { state: 'found', value: record, ...seen };
}

function lookupOf(fact: SaidFact<ModelRecord>, hub: OtherHub, { target }: HubQuery): Lookup {
  const { from, at } = fact;
  if (fact.state !== 'found') {
    return { state: 'missing', mayBePrivate: hub.mayBePrivate?.(target) ?? true, from, at };
  }
  const isMoved = hub.redirects === true && fact.value.id.toLowerCase() !== target.toLowerCase();
  return { state: 'found', record: fact.value, from, at, movedFrom: isMoved ? target : undefined };
}
