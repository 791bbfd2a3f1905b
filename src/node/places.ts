import PQueue from 'p-queue';
import { TransportError, type TransportRequest } from '../model/outside.ts';

/** Does a piece of work when its host has a place for it. */
export type Places = <T>(request: TransportRequest, work: () => Promise<T>) => Promise<T>;

/**
 * So many requests at a time for each host, because one that makes its callers wait must not hold up another. Who cannot
 * wait goes first, and no longer than given; who can waits for as long as the host answers others. Nobody waits who left.
 */
export function createPlaces(most: number, shortPatience: number): Places {
  const queues = new Map<string, PQueue>();
  return async ({ url, signal, isPatient }, work) => {
    const { host } = new URL(url);
    const queue = queues.get(host) ?? new PQueue({ concurrency: most });
    queues.set(host, queue);
    const late = new AbortController();
    const timer = isPatient ? undefined : setTimeout(() => late.abort(), shortPatience);
    const begin = (): ReturnType<typeof work> => {
      clearTimeout(timer);
      return work();
    };
    const left = signal ? AbortSignal.any([signal, late.signal]) : late.signal;
    try {
      return await queue.add(begin, { signal: left, priority: isPatient ? 0 : 1 });
    } catch (error) {
      if (signal?.aborted) throw new TransportError('cancelled', { cause: error });
      if (late.signal.aborted)
        throw new TransportError(`too many requests wait for ${host}`, { cause: error });
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
}
