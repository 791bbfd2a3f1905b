import { readKagglePage } from '../model/kaggle-page.ts';
import { TransportError } from '../model/outside.ts';
import type { Lookup } from '../model/record.ts';
import { addressOf } from './addresses.ts';
import { lookUpKaggle } from './kaggle.ts';
import { staysHere } from './private-id.ts';
import type { HubEnvironment, LookupOptions } from './types.ts';

/** An address on tfhub.dev, which moved to Kaggle: only its server knows under which handle a model lies there. */
export async function lookUpTensorFlowHub(
  path: string,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<Lookup> {
  const key = `tfhub handle ${addressOf('tfhub', environment)} ${path}`;
  const kept = (await environment.cache.get(key))?.value;
  if (typeof kept === 'string') return await lookUpAt(kept, environment, options);
  if (environment.isPrivate(path.slice(1))) return { state: 'skipped', why: staysHere };
  if (!options.mayAskNetwork) return { state: 'unreachable', why: 'offline: tfhub.dev was not asked' };
  const answer = await askWhere(path, environment, options);
  if (typeof answer !== 'string') return answer;
  await environment.cache.set(key, answer);
  return await lookUpAt(answer, environment, options);
}

async function lookUpAt(
  target: string,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<Lookup> {
  return await lookUpKaggle({ target, revision: undefined }, environment, options);
}

/** The handle, or why there is none. Where a model has gone is the same for everybody and stays so. */
async function askWhere(
  path: string,
  environment: HubEnvironment,
  { signal }: LookupOptions,
): Promise<string | Lookup> {
  try {
    const url = addressOf('tfhub', environment) + path;
    const reply = await environment.transport.send({ method: 'GET', url, signal });
    const here = reply.url.replace(addressOf('kaggle', environment), 'https://www.kaggle.com');
    const handle = readKagglePage(here)?.handle;
    return handle ?? { state: 'unreachable', why: 'tfhub.dev does not say where the model has gone' };
  } catch (error) {
    if (error instanceof TransportError) return { state: 'unreachable', why: error.message };
    throw error;
  }
}
