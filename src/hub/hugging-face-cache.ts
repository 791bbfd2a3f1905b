import type { Lookup, ModelRecord } from '../model/record.ts';
import { emptyRecord } from './empty-record.ts';
import type { HubEnvironment, HubQuery } from './types.ts';

const hours = 3_600_000;
const freshFor = { found: 24 * hours, missing: hours } as const;

type Kept = keyof typeof freshFor;

interface KeptAnswer {
  readonly lookup: Lookup;
  readonly isFresh: boolean;
}

/** The younger of the two answers kept for a question: what was missing may exist by now, and the other way round. */
export async function readKept(
  query: HubQuery,
  environment: HubEnvironment,
): Promise<KeptAnswer | undefined> {
  const [found, missing] = await Promise.all([
    environment.cache.get(keyOf('found', query, environment)),
    environment.cache.get(keyOf('missing', query, environment)),
  ]);
  const record = recordOf(found?.value);
  if (found && record && !(missing && missing.at > found.at)) {
    const movedFrom = movedFromOf(record, query);
    const lookup: Lookup = { state: 'found', record, from: 'cache', at: found.at, movedFrom };
    return { lookup, isFresh: isFresh('found', found.at, environment) };
  }
  const mayBePrivate = mayBePrivateOf(missing?.value);
  if (missing === undefined || mayBePrivate === undefined) {
    return undefined;
  }
  const lookup: Lookup = { state: 'missing', mayBePrivate, from: 'cache', at: missing.at };
  return { lookup, isFresh: isFresh('missing', missing.at, environment) };
}

/**
 * Keeps what is worth keeping: that a hub could not be reached is forgotten at once, and so is an answer for a revision
 * that names no commit, because it is about the default branch.
 */
export async function keep(lookup: Lookup, query: HubQuery, environment: HubEnvironment): Promise<void> {
  if (lookup.state === 'found') {
    if (query.revision !== undefined && lookup.record.sha === undefined) return;
    await environment.cache.set(keyOf('found', query, environment), { record: lookup.record });
  } else if (lookup.state === 'missing') {
    await environment.cache.set(keyOf('missing', query, environment), { mayBePrivate: lookup.mayBePrivate });
  }
}

/** The id asked for when the hub calls the model by another today. */
export function movedFromOf(record: ModelRecord, query: HubQuery): string | undefined {
  return record.id === query.target ? undefined : query.target;
}

/** A stranger must not see what a token opened, so the two are kept apart. */
function keyOf(kept: Kept, query: HubQuery, { endpoint, token }: HubEnvironment): string {
  const reader = token === undefined ? 'anonymous' : 'token';
  return `huggingface ${kept} ${endpoint} ${reader} ${query.target} ${query.revision ?? ''}`;
}

function isFresh(kept: Kept, at: string, { clock }: HubEnvironment): boolean {
  const age = clock.now().getTime() - Date.parse(at);
  return age >= 0 && age < freshFor[kept];
}

/** The store is private to this program and its keys carry a version, so the outline is proof enough. */
function recordOf(value: unknown): ModelRecord | undefined {
  const record = (value as { readonly record?: Partial<ModelRecord> } | null | undefined)?.record;
  if (typeof record?.id !== 'string' || typeof record.url !== 'string') {
    return undefined;
  }
  // JSON drops what is undefined; the record's type promises the keys.
  return { ...emptyRecord('huggingface', record.id, record.url), ...record };
}

function mayBePrivateOf(value: unknown): boolean | undefined {
  const flag = (value as { readonly mayBePrivate?: unknown } | null | undefined)?.mayBePrivate;
  return typeof flag === 'boolean' ? flag : undefined;
}
