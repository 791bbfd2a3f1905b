import { type Answer, askHub } from './ask-hub.ts';
import type { Fact, FactKind, KeptKind } from './fact.ts';
import { type KeptFact, keep, keyOf, readKept } from './keep-fact.ts';
import { staysHere } from './private-id.ts';
import type { HubEnvironment, HubQuery, LookupOptions } from './types.ts';

/** Asks whichever hub knows; gets the version of the answer that is kept, if there is one. */
type Ask<T> = (etag: string | undefined) => Promise<Answer<T>>;

/** A fact of the Hugging Face Hub. */
export async function lookUpFact<T>(
  kind: FactKind<T>,
  query: HubQuery,
  surroundings: HubEnvironment,
  options: LookupOptions,
): Promise<Fact<T>> {
  const environment = { ...surroundings, endpoint: surroundings.endpoint.replace(/\/+$/, '') };
  const { endpointProblem: why } = environment;
  return await lookUpKept(kind, query, environment, options, async etag =>
    why === undefined
      ? await askHub({ kind, query, environment, options, etag })
      : { state: 'unreachable', why },
  );
}

/** In this order: a fresh answer kept, the hub itself, a stale answer. */
export async function lookUpKept<T>(
  kind: KeptKind<T>,
  query: HubQuery,
  environment: HubEnvironment,
  options: LookupOptions,
  ask: Ask<T>,
): Promise<Fact<T>> {
  const kept = await readKept(kind, query, environment);
  if (kept?.isFresh) return kept.fact;
  const isPrivate = environment.isPrivate(query.target);
  if (!options.mayAskNetwork || isPrivate) {
    return kept?.fact ?? { state: 'unreachable', why: isPrivate ? staysHere : 'offline' };
  }
  const key = await keyOf(kind, query, environment);
  const work = (): Promise<Fact<T>> => askUnlessKept(kind, query, environment, ask);
  return await environment.cache.exclusively(key, work, options.signal);
}

/** Another process may have asked the same in the meantime. */
async function askUnlessKept<T>(
  kind: KeptKind<T>,
  query: HubQuery,
  environment: HubEnvironment,
  ask: Ask<T>,
): Promise<Fact<T>> {
  const kept = await readKept(kind, query, environment);
  if (kept?.isFresh) return kept.fact;
  const answer = await ask(kept?.etag);
  if (answer.state === 'unreachable') return kept?.fact ?? answer;
  const fact = factOf(answer, kept, environment);
  if (fact.state !== 'unreachable') {
    await keep(kind, query, environment, { fact, etag: answer.state === 'found' ? answer.etag : kept?.etag });
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
