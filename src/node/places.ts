import PQueue from 'p-queue';
import { TransportError, type TransportRequest } from '../model/outside.ts';

/** Does a piece of work when its host has a place for it. */
export type Places = <T>(request: TransportRequest, work: () => Promise<T>) => Promise<T>;

interface Queue {
  readonly places: PQueue;
  /** When a place became free last. Milliseconds since the epoch. */
  movedAt: number;
}

/**
 * So many requests at a time for each host, because one that makes its callers wait must not hold up another. Who left does
 * not wait, who cannot wait long does so only while others get on, and an editor, which asks little, passes before an audit.
 */
export function createPlaces(most: number, shortPatience: number): Places {
  const queues = new Map<string, Queue>();

  function queueFor(host: string): Queue {
    const known = queues.get(host);
    if (known !== undefined) return known;
    const queue = { places: new PQueue({ concurrency: most }), movedAt: 0 };
    queues.set(host, queue);
    return queue;
  }

  return async ({ url, signal, isPatient, isInteractive }, work) => {
    const { host } = new URL(url);
    const queue = queueFor(host);
    const stall = new Stall(queue, isPatient ? Number.POSITIVE_INFINITY : shortPatience);
    const begin = (): ReturnType<typeof work> => {
      stall.forget();
      return work().finally(() => {
        queue.movedAt = Date.now();
      });
    };
    const left = signal ? AbortSignal.any([signal, stall.signal]) : stall.signal;
    try {
      return await queue.places.add(begin, { signal: left, priority: isInteractive ? 1 : 0 });
    } catch (error) {
      if (signal?.aborted) throw new TransportError('cancelled', { cause: error });
      if (stall.signal.aborted)
        throw new TransportError(`too many requests wait for ${host}`, { cause: error });
      throw error;
    } finally {
      stall.forget();
    }
  };
}

/** Ends a wait in a queue that does not move. */
class Stall {
  readonly #controller = new AbortController();
  readonly #queue: Queue;
  readonly #patience: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(queue: Queue, patience: number) {
    this.#queue = queue;
    this.#patience = patience;
    if (Number.isFinite(patience)) this.#waitFor(patience);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  #waitFor(milliseconds: number): void {
    this.#timer = setTimeout(() => {
      const still = Date.now() - this.#queue.movedAt;
      if (still >= this.#patience) this.#controller.abort();
      else this.#waitFor(this.#patience - still);
    }, milliseconds);
  }

  forget(): void {
    clearTimeout(this.#timer);
  }
}
