import { TransportError, type TransportReply } from '../model/outside.ts';
import type { Lookup, ModelRecord } from '../model/record.ts';
import type { Hub } from '../model/reference.ts';
import { addressOf, type HubAddresses } from './addresses.ts';
import { emptyRecord } from './empty-record.ts';
import type { HubEnvironment, HubQuery, LookupOptions } from './types.ts';

const hours = 3_600_000;
const freshFor = { found: 24 * hours, missing: hours } as const;

/** One hub beside Hugging Face: who asks it, and how. */
export interface OtherHub {
  readonly hub: Hub;
  readonly address: keyof HubAddresses;
  /** What people call it: `GitHub`. */
  readonly name: string;
  ask(query: HubQuery, get: Get): Promise<Answer>;
}

/** Asks one address below the hub's own. A reply that is no answer to the question ends the lookup: see `Unanswered`. */
export type Get = (path: string, accept?: string) => Promise<TransportReply>;

/** What a hub says of a model. */
export type Answer =
  | { readonly state: 'found'; readonly record: ModelRecord; readonly movedFrom?: string | undefined }
  | { readonly state: 'missing'; readonly mayBePrivate: boolean };

/** The hub said nothing that could be used; the message says why. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

/** In this order: a fresh answer kept, the hub itself, a stale answer. */
export async function lookUpKept(
  hub: OtherHub,
  query: HubQuery,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<Lookup> {
  const key = keyOf(hub, query, environment);
  const kept = await readKept(key, hub.hub, environment);
  if (kept?.isFresh) return kept.lookup;
  if (!options.mayAskNetwork) {
    return kept?.lookup ?? { state: 'unreachable', why: `offline: ${hub.name} was not asked` };
  }
  try {
    const answer = await hub.ask(query, getter(hub, environment, options));
    await environment.cache.set(key, answer);
    return lookupOf(answer, 'live', environment.clock.now().toISOString());
  } catch (error) {
    if (!(error instanceof TransportError || error instanceof Unanswered)) throw error;
    return kept?.lookup ?? { state: 'unreachable', why: error.message };
  }
}

/** It carries no authorization: the token belongs to another hub. */
function getter({ address, name }: OtherHub, environment: HubEnvironment, { signal }: LookupOptions): Get {
  return async (path, accept = 'application/json') => {
    const url = addressOf(address, environment) + path;
    const reply = await environment.transport.send({ method: 'GET', url, headers: { accept }, signal });
    if (reply.status === 200 || reply.status === 404) return reply;
    throw new Unanswered(refusalWords(reply, name));
  };
}

function refusalWords({ status, headers }: TransportReply, name: string): string {
  const isLimited = status === 429 || (status === 403 && headers['x-ratelimit-remaining'] === '0');
  if (isLimited) return `rate limited by ${name}`;
  return status === 401 || status === 403 ? `access refused by ${name}` : `${name} answered ${status}`;
}

function keyOf(hub: OtherHub, { target, revision }: HubQuery, environment: HubEnvironment): string {
  return `${hub.hub} model ${addressOf(hub.address, environment)} ${target} ${revision ?? ''}`;
}

async function readKept(
  key: string,
  hub: Hub,
  { cache, clock }: HubEnvironment,
): Promise<{ readonly lookup: Lookup; readonly isFresh: boolean } | undefined> {
  const entry = await cache.get(key);
  const answer = reviveAnswer(entry?.value, hub);
  if (entry === undefined || answer === undefined) return undefined;
  const age = clock.now().getTime() - Date.parse(entry.at);
  return { lookup: lookupOf(answer, 'cache', entry.at), isFresh: age >= 0 && age < freshFor[answer.state] };
}

/** The store is private to this program, so the outline is proof enough. JSON drops what is undefined. */
function reviveAnswer(value: unknown, hub: Hub): Answer | undefined {
  const kept = value as Partial<Record<'state' | 'record' | 'movedFrom' | 'mayBePrivate', unknown>> | null;
  if (kept?.state === 'missing') return { state: 'missing', mayBePrivate: kept.mayBePrivate !== false };
  const record = kept?.record as Partial<ModelRecord> | null | undefined;
  if (kept?.state !== 'found' || typeof record?.id !== 'string' || typeof record.url !== 'string') {
    return undefined;
  }
  const movedFrom = typeof kept.movedFrom === 'string' ? kept.movedFrom : undefined;
  return { state: 'found', record: { ...emptyRecord(hub, record.id, record.url), ...record }, movedFrom };
}

function lookupOf(answer: Answer, from: 'live' | 'cache', at: string): Lookup {
  return answer.state === 'found'
    ? { state: 'found', record: answer.record, from, at, movedFrom: answer.movedFrom }
    : { ...answer, from, at };
}
