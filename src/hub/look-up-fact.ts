import { type Answer, askHub } from './ask-hub.ts';
import type { Fact, FactKind } from './fact.ts';
import { type KeptFact, keep, keyOf, readKept } from './keep-fact.ts';
import { staysHere } from './private-id.ts';
import type { HubEnvironment, HubQuery, LookupOptions } from './types.ts';

/** In this order: a fresh answer kept, the hub itself, a stale answer. */
export async function lookUpFact<T>(
  kind: FactKind<T>,
  asked: HubQuery,
  surroundings: HubEnvironment,
  options: LookupOptions,
): Promise<Fact<T>> {
  const environment = { ...surroundings, endpoint: surroundings.endpoint.replace(/\/+$/, '') };
  const kept = await readKept(kind, asked, environment);
  if (kept?.isFresh) return kept.fact;
  const isPrivate = environment.isPrivate(asked.target);
  if (!options.mayAskNetwork || isPrivate) {
    return kept?.fact ?? { state: 'unreachable', why: isPrivate ? staysHere : 'offline' };
  }
  const ask = (): Promise<Fact<T>> => askUnlessKept(kind, asked, environment, options);
  return await environment.cache.exclusively(keyOf(kind, asked, environment), ask, options.signal);
}

/** Another process may have asked the same in the meantime. */
async function askUnlessKept<T>(
  kind: FactKind<T>,
  query: HubQuery,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<Fact<T>> {
  const kept = await readKept(kind, query, environment);
  if (kept?.isFresh) return kept.fact;
  const etag = kept?.etag;
  const answer = await askHub({ kind, query, environment, options, etag });
  if (answer.state === 'unreachable') return kept?.fact ?? answer;
  const fact = factOf(answer, kept, environment);
  if (fact.state !== 'unreachable') {
    await keep(kind, query, environment, { fact, etag: answer.state === 'found' ? answer.etag : etag });
  }
  return fact;
}

function factOf<T>(
  answer: Exclude<Answer<T>, { readonly state: 'unreachable' }>,
  kept: KeptFact<T> | undefined,
  { clock }: HubEnvironment,
): Fact<T> {
  const seen = { from: 'live', at: clock.now().toISOString() } as const;
  if (answer.state === 'found') return { state: 'found', value: answer.value, ...seen };
  if (answer.state !== 'unchanged') return { state: answer.state, ...seen };
  // Only who keeps a version can ask whether it still holds.
  return kept?.fact.state === 'found'
    ? { ...kept.fact, ...seen }
    : { state: 'unreachable', why: 'the answer of the hub could not be read' };
}
