import type { Lookup } from '../model/record.ts';
import type { Hub } from '../model/reference.ts';
import { clients } from './registry.generated.ts';
import type { HubClient, HubEnvironment, LookupOptions } from './types.ts';

export interface Resolver {
  resolve(hub: Hub, target: string, revision: string | undefined, options: LookupOptions): Promise<Lookup>;
}

/** How long an answer is repeated without looking again. What failed is tried again sooner. */
const rememberFor = { known: 600_000, unknown: 60_000 } as const;

interface Remembered {
  readonly lookup: Lookup;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

interface Flight {
  readonly answer: Promise<Lookup>;
  readonly controller: AbortController;
  waiting: number;
}

const cancelled: Lookup = { state: 'unreachable', why: 'cancelled' };
const clientOf: ReadonlyMap<Hub, HubClient> = new Map(clients.map(client => [client.hub, client]));

/** Answers each question once: equal questions at the same time share one lookup, and its answer is remembered. */
export function createResolver(environment: HubEnvironment): Resolver {
  const memory = new Map<string, Remembered>();
  const flights = new Map<string, Flight>();

  function remembered(key: string): Lookup | undefined {
    const entry = memory.get(key);
    return entry !== undefined && entry.until > environment.clock.now().getTime() ? entry.lookup : undefined;
  }

  /** What the hub itself said is good enough for those who may not ask it, unless it said nothing. */
  function recall(key: string, liveKey: string): Lookup | undefined {
    const live = remembered(liveKey);
    return live === undefined || live.state === 'unreachable' ? remembered(key) : live;
  }

  function remember(key: string, lookup: Lookup): void {
    const duration = lookup.state === 'unreachable' ? rememberFor.unknown : rememberFor.known;
    memory.set(key, { lookup, until: environment.clock.now().getTime() + duration });
  }

  function takeOff(key: string, ask: (signal: AbortSignal) => Promise<Lookup>): Flight {
    const controller = new AbortController();
    const answer = ask(controller.signal)
      .then(lookup => {
        if (!controller.signal.aborted) {
          remember(key, lookup);
        }
        return lookup;
      })
      .finally(() => {
        if (flights.get(key)?.controller === controller) {
          flights.delete(key);
        }
      });
    const flight = { answer, controller, waiting: 0 };
    flights.set(key, flight);
    return flight;
  }

  return {
    async resolve(hub, target, revision, options) {
      const question = JSON.stringify([hub, target, revision]);
      const key = `${options.mayAskNetwork ? 'live' : 'local'} ${question}`;
      const known = recall(key, `live ${question}`);
      if (known !== undefined) {
        return known;
      }
      const client = clientOf.get(hub);
      if (client === undefined) {
        return { state: 'skipped', why: `${hub} is not asked` };
      }
      const flight =
        boardable(flights.get(key)) ??
        takeOff(key, signal => client.lookup({ target, revision }, environment, { ...options, signal }));
      return await board(flight, options.signal);
    },
  };
}

/** A lookup that was called off answers nobody who comes later. */
function boardable(flight: Flight | undefined): Flight | undefined {
  return flight?.controller.signal.aborted ? undefined : flight;
}

/** Waits for a shared answer. A lookup is called off once nobody waits for it any more. */
async function board(flight: Flight, signal: AbortSignal | undefined): Promise<Lookup> {
  if (signal === undefined) {
    flight.waiting += 1;
    return await flight.answer;
  }
  if (signal.aborted) {
    return cancelled;
  }
  flight.waiting += 1;
  let leave = (): void => undefined;
  const left = new Promise<Lookup>(resolve => {
    leave = () => {
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        flight.controller.abort();
      }
      resolve(cancelled);
    };
  });
  const forget = onAbort(signal, leave);
  try {
    return await Promise.race([flight.answer, left]);
  } finally {
    forget();
  }
}

const waitingFor = new WeakMap<AbortSignal, Set<() => void>>();

/** One listener on each signal, however many lookups wait: the runtime takes more than ten for a leak and warns. */
function onAbort(signal: AbortSignal, run: () => void): () => void {
  const known = waitingFor.get(signal);
  const runs = known ?? new Set();
  if (known === undefined) {
    waitingFor.set(signal, runs);
    signal.addEventListener(
      'abort',
      () => {
        for (const each of [...runs]) each();
      },
      { once: true },
    );
  }
  runs.add(run);
  return () => void runs.delete(run);
}
