import { readKagglePage } from '../model/kaggle-page.ts';
import { TransportError } from '../model/outside.ts';
import type { Lookup } from '../model/record.ts';
import { addressOf } from './addresses.ts';
import type { Answer } from './ask-hub.ts';
import { hour, type KeptKind } from './fact.ts';
import { lookUpKaggle } from './kaggle.ts';
import { lookUpKept } from './look-up-fact.ts';
import { staysHere } from './private-id.ts';
import type { HubEnvironment, LookupOptions } from './types.ts';

/** Under which handle of Kaggle a model lies today. */
interface Handle {
  readonly handle: string;
}

/** Where a model has gone is the same for everybody and stays so. */
const kind: KeptKind<Handle> = {
  hub: 'kaggle',
  name: 'tfhub handle',
  freshFor: { found: Number.POSITIVE_INFINITY, missing: hour },
  revive: ({ handle }) => (typeof handle === 'string' ? { handle } : undefined),
};

/** An address on tfhub.dev, which moved to Kaggle: only its server knows under which handle a model lies there. */
export async function lookUpTensorFlowHub(
  path: string,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<Lookup> {
  const query = { target: path.slice(1), revision: undefined };
  const there = { ...environment, endpoint: addressOf('tfhub', environment), token: undefined };
  const fact = await lookUpKept(kind, query, there, options, () => askWhere(path, there, options));
  if (fact.state === 'found') {
    return await lookUpKaggle({ target: fact.value.handle, revision: undefined }, environment, options);
  }
  if (environment.isPrivate(query.target)) return { state: 'skipped', why: staysHere };
  const why = fact.state === 'unreachable' && options.mayAskNetwork ? fact.why : offline;
  return { state: 'unreachable', why };
}

const offline = 'offline: tfhub.dev was not asked';

async function askWhere(
  path: string,
  there: HubEnvironment,
  { signal, isPatient, isInteractive }: LookupOptions,
): Promise<Answer<Handle>> {
  try {
    const url = there.endpoint + path;
    const reply = await there.transport.send({ method: 'GET', url, signal, isPatient, isInteractive });
    const here = reply.url.replace(addressOf('kaggle', there), 'https://www.kaggle.com');
    const handle = readKagglePage(here)?.handle;
    return handle === undefined
      ? { state: 'unreachable', why: 'tfhub.dev does not say where the model has gone' }
      : { state: 'found', value: { handle }, etag: undefined };
  } catch (error) {
    if (error instanceof TransportError) return { state: 'unreachable', why: error.message };
    throw error;
  }
}
