import type { Clock } from '../model/outside.ts';
import type { LookupOptions } from './types.ts';

/** An answer that nobody could give is worth less than one that somebody gave. */
export interface Answer {
  readonly state: string;
}

type Unknown = { readonly state: 'unreachable'; readonly why: string };

/** How long an answer is repeated without looking again. What failed is tried again sooner. */
const rememberFor = { known: 600_000, unknown: 60_000 } as const;

/** Answers remembered at once, so that a session of weeks does not grow without end: the cache holds them all. */
const mostRemembered = 5000;

interface Remembered<A> {
  readonly answer: A;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

interface Flight<A> {
  readonly answer: Promise<A>;
  readonly controller: AbortController;
  waiting: number;
}

export interface SharedAnswers<A> {
  of(question: string, options: LookupOptions, ask: (options: LookupOptions) => Promise<A>): Promise<A>;
}

const cancelled: Unknown = { state: 'unreachable', why: 'cancelled' };

/** What somebody does to learn something: the most first. Who gives up early must not answer for who would have waited. */
const efforts = ['patient', 'live', 'local'] as const;
type Effort = (typeof efforts)[number];

function effortOf({ mayAskNetwork, isPatient }: LookupOptions): Effort {
  if (!mayAskNetwork) return 'local';
  return isPatient ? 'patient' : 'live';
}

function keyOf(question: string, effort: Effort): string {
  return `${effort} ${question}`;
}

/** Answers each question once: equal questions at the same time share one lookup, and its answer is remembered. */
export function shareAnswers<A extends Answer>(
  clock: Clock,
  most: number = mostRemembered,
): SharedAnswers<A | Unknown> {
  const memory = new Map<string, Remembered<A | Unknown>>();
  const flights = new Map<string, Flight<A | Unknown>>();

  function remembered(key: string): A | Unknown | undefined {
    const entry = memory.get(key);
    return entry !== undefined && entry.until > clock.now().getTime() ? entry.answer : undefined;
  }

  /** What was learned with more effort is good enough for those who would make less, unless nothing was. */
  function recall(question: string, effort: Effort): A | Unknown | undefined {
    const learned = efforts
      .slice(0, efforts.indexOf(effort) + 1)
      .map(made => remembered(keyOf(question, made)))
      .find(answer => answer !== undefined && answer.state !== 'unreachable');
    return learned ?? remembered(keyOf(question, effort));
  }

  function remember(key: string, answer: A | Unknown): void {
    const duration = answer.state === 'unreachable' ? rememberFor.unknown : rememberFor.known;
    memory.delete(key);
    memory.set(key, { answer, until: clock.now().getTime() + duration });
    // A map keeps the order of writing: the first is the one learned longest ago.
    const [oldest] = memory.size > most ? memory.keys() : [];
    if (oldest !== undefined) memory.delete(oldest);
  }

  function takeOff(key: string, ask: (signal: AbortSignal) => Promise<A | Unknown>): Flight<A | Unknown> {
    const controller = new AbortController();
    const answer = ask(controller.signal)
      .then(given => {
        if (!controller.signal.aborted) remember(key, given);
        return given;
      })
      .finally(() => {
        if (flights.get(key)?.controller === controller) flights.delete(key);
      });
    const flight = { answer, controller, waiting: 0 };
    flights.set(key, flight);
    return flight;
  }

  return {
    async of(question, options, ask) {
      const effort = effortOf(options);
      const known = recall(question, effort);
      if (known !== undefined) return known;
      const key = keyOf(question, effort);
      const flight = boardable(flights.get(key)) ?? takeOff(key, signal => ask({ ...options, signal }));
      return await board(flight, options.signal);
    },
  };
}

/** A lookup that was called off answers nobody who comes later. */
function boardable<A>(flight: Flight<A> | undefined): Flight<A> | undefined {
  return flight?.controller.signal.aborted ? undefined : flight;
}

/** Waits for a shared answer. A lookup is called off once nobody waits for it any more. */
async function board<A>(flight: Flight<A | Unknown>, signal: AbortSignal | undefined): Promise<A | Unknown> {
  if (signal === undefined) {
    flight.waiting += 1;
    return await flight.answer;
  }
  if (signal.aborted) return cancelled;
  flight.waiting += 1;
  let leave = (): void => undefined;
  const left = new Promise<Unknown>(resolve => {
    leave = () => {
      flight.waiting -= 1;
      if (flight.waiting === 0) flight.controller.abort();
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
