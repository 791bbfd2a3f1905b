import { TransportError, type TransportReply } from '../model/outside.ts';
import type { Lookup, ModelRecord } from '../model/record.ts';
import type { Hub } from '../model/reference.ts';
import { addressOf, type HubAddresses } from './addresses.ts';
import type { Answer } from './ask-hub.ts';
import { reviveRecord } from './empty-record.ts';
import { day, hour, type KeptKind, type SaidFact } from './fact.ts';
import { lookUpKept } from './look-up-fact.ts';
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
  const kind = kindOf(hub);
  // The token belongs to Hugging Face, so everybody gets the same answer here.
  const there = { ...environment, endpoint: addressOf(hub.address, environment), token: undefined };
  const fact = await lookUpKept(kind, query, there, options, () => ask(hub, query, there, options));
  if (fact.state !== 'unreachable') return lookupOf(fact, hub, query);
  return options.mayAskNetwork ? fact : { ...fact, why: `offline: ${hub.name} was not asked` };
}

async function ask(
  hub: OtherHub,
  query: HubQuery,
  there: HubEnvironment,
  options: LookupOptions,
): Promise<Answer<ModelRecord>> {
  try {
    const record = await hub.ask(query, getter(hub, there, options));
    return record ? { state: 'found', value: record, etag: undefined } : { state: 'missing' };
  } catch (error) {
    if (!(error instanceof TransportError || error instanceof Unanswered)) throw error;
    return { state: 'unreachable', why: error.message };
  }
}

function kindOf({ hub }: OtherHub): KeptKind<ModelRecord> {
  const freshFor = { found: day, missing: hour };
  return { hub, name: 'model', freshFor, revive: kept => reviveRecord(hub, kept) };
}

function getter({ name }: OtherHub, environment: HubEnvironment, options: LookupOptions): Get {
  const { signal, isPatient, isInteractive } = options;
  return async (path, accept = 'application/json') => {
    const url = environment.endpoint + path;
    const headers = { accept };
    const request = { method: 'GET', url, headers, signal, isPatient, isInteractive } as const;
    const reply = await environment.transport.send(request);
    if (reply.status === 200 || reply.status === 404) return reply;
    throw new Unanswered(refusalWords(reply, name));
  };
}

function refusalWords({ status, headers }: TransportReply, name: string): string {
  const isLimited = status === 429 || (status === 403 && headers['x-ratelimit-remaining'] === '0');
  if (isLimited) return `rate limited by ${name}`;
  return status === 401 || status === 403 ? `access refused by ${name}` : `${name} answered ${status}`;
}

function lookupOf(fact: SaidFact<ModelRecord>, hub: OtherHub, { target }: HubQuery): Lookup {
  const { from, at } = fact;
  if (fact.state !== 'found') {
    return { state: 'missing', mayBePrivate: hub.mayBePrivate?.(target) ?? true, from, at };
  }
  const isMoved = hub.redirects === true && fact.value.id.toLowerCase() !== target.toLowerCase();
  return { state: 'found', record: fact.value, from, at, movedFrom: isMoved ? target : undefined };
}
