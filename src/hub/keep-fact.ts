import { digest } from '../model/digest.ts';
import type { KeptKind, SaidFact } from './fact.ts';
import type { HubEnvironment, HubQuery } from './types.ts';

export interface KeptFact<T> {
  readonly fact: SaidFact<T>;
  readonly isFresh: boolean;
  /** The hub's own name for the version of its answer. */
  readonly etag: string | undefined;
}

interface KeptAnswer {
  readonly state?: unknown;
  readonly value?: unknown;
  readonly etag?: unknown;
}

/** The newest answer to a question, here or in another process. */
export async function readKept<T>(
  kind: KeptKind<T>,
  query: HubQuery,
  environment: HubEnvironment,
): Promise<KeptFact<T> | undefined> {
  const entry = await environment.cache.get(await keyOf(kind, query, environment));
  const { state, value, etag } = (entry?.value ?? {}) as KeptAnswer;
  if (entry === undefined || !isState(state)) return undefined;
  const age = environment.clock.now().getTime() - Date.parse(entry.at);
  const isFresh = age >= 0 && age < kind.freshFor[state === 'found' ? 'found' : 'missing'];
  if (state !== 'found') return { fact: { state, from: 'cache', at: entry.at }, isFresh, etag: undefined };
  const revived = isObject(value) ? kind.revive(value as Partial<T>) : undefined;
  return (
    revived && {
      fact: { state, value: revived, from: 'cache', at: entry.at },
      isFresh,
      etag: typeof etag === 'string' ? etag : undefined,
    }
  );
}

/** Keeps what the hub said: that it could not be reached is forgotten at once. */
export async function keep<T>(
  kind: KeptKind<T>,
  query: HubQuery,
  environment: HubEnvironment,
  { fact, etag }: { readonly fact: SaidFact<T>; readonly etag: string | undefined },
): Promise<void> {
  const { state } = fact;
  const answer = state === 'found' ? { state, value: fact.value, ...(etag && { etag }) } : { state };
  await environment.cache.set(await keyOf(kind, query, environment), answer);
}

/** What a token opened is its owner's, so that the answers of each reader are kept apart. */
export async function keyOf<T>(
  kind: KeptKind<T>,
  query: HubQuery,
  { endpoint, token }: HubEnvironment,
): Promise<string> {
  const reader = token === undefined ? 'anonymous' : await readerOf(token);
  return `${kind.hub ?? 'huggingface'} ${kind.name} ${endpoint} ${reader} ${query.target} ${query.revision ?? ''}`;
}

const readers = new Map<string, Promise<string>>();

/** Tells tokens apart and gives none away: keys are written to the disk. */
function readerOf(token: string): Promise<string> {
  const known =
    readers.get(token) ?? digest(`reader of ptm-audit's cache ${token}`).then(hash => hash.slice(0, 16));
  readers.set(token, known);
  return known;
}

const states: readonly unknown[] = ['found', 'missing', 'gated', 'no-revision'];

function isState(state: unknown): state is SaidFact<unknown>['state'] {
  return states.includes(state);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
