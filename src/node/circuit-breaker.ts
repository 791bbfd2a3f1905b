/** How long a host is left alone that failed again and again. Milliseconds. */
export interface Pauses {
  /** Doubled each time somebody finds the host still down. */
  readonly first: number;
  readonly longest: number;
  /** A pause that ends within this time ends soon, whenever it began. */
  readonly soon: number;
  /** From the beginning of an outage: a pause that ends within this time ends soon, too. */
  readonly shortOutage: number;
}

export const standardPauses: Pauses = { first: 5000, longest: 60_000, soon: 10_000, shortOutage: 45_000 };

/** Failures in a row after which a host is left alone. */
const most = 5;
/** How soon to look again while somebody tries. Milliseconds. */
const glance = 50;

interface Failing {
  readonly times: number;
  readonly why: string;
  readonly mayPass: boolean;
  /** Undefined while the host is still asked. */
  readonly outage: Outage | undefined;
}

interface Outage {
  /** Milliseconds since the epoch, as `until`. */
  readonly since: number;
  readonly until: number;
  /** Milliseconds. */
  readonly pause: number;
  /** Somebody tries right now whether the host is back. */
  readonly isTried: boolean;
}

/** A host is not asked now. */
export interface Pause {
  /** In words, with what happened. */
  readonly why: string;
  /** Milliseconds after which to look again. */
  readonly wait: number;
  /** Whether who has time had better wait. */
  readonly endsSoon: boolean;
}

export interface CircuitBreaker {
  /** Undefined when the host may be asked. */
  pauseOf(host: string): Pause | undefined;
  /** A request goes out. After a pause it tries for all whether the host is back. */
  begin(host: string): void;
  succeeded(host: string): void;
  /** The words say what happened; what nobody at the host can mend is not worth a wait. */
  failed(host: string, why: string, mayPass?: boolean): void;
  /** A request is over, whether or not it told anything of the host: the next one may try in its place. */
  over(host: string): void;
}

/** Spares everybody the wait for a host that failed again and again: after each pause one request tries whether it is back. */
export function createCircuitBreaker(
  pauses: Pauses = standardPauses,
  now: () => number = Date.now,
): CircuitBreaker {
  const failing = new Map<string, Failing>();

  function change(host: string, change: Partial<Outage>): void {
    const known = failing.get(host);
    if (known?.outage) failing.set(host, { ...known, outage: { ...known.outage, ...change } });
  }

  return {
    pauseOf(host) {
      const known = failing.get(host);
      if (known?.outage === undefined) return undefined;
      const { why, times, mayPass, outage } = known;
      const soFar = `${why}, ${times} times in a row; asked again`;
      if (outage.isTried) return { why: `${soFar} just now`, wait: glance, endsSoon: mayPass };
      const wait = outage.until - now();
      if (wait <= 0) return undefined;
      const isShort = wait <= pauses.soon || outage.until - outage.since <= pauses.shortOutage;
      return { why: `${soFar} in ${Math.ceil(wait / 1000)} s`, wait, endsSoon: mayPass && isShort };
    },
    begin: host => change(host, { isTried: true }),
    succeeded: host => void failing.delete(host),
    failed(host, why, mayPass = true) {
      const known = failing.get(host);
      const times = (known?.times ?? 0) + 1;
      const outage = times < most ? undefined : outageAfter(known?.outage, pauses, now());
      failing.set(host, { times, why, mayPass, outage });
    },
    over(host) {
      if (failing.get(host)?.outage?.isTried) change(host, { isTried: false, until: now() });
    },
  };
}

/** Those that were on their way when a pause began do not make it longer. */
function outageAfter(known: Outage | undefined, { first, longest }: Pauses, now: number): Outage {
  if (known !== undefined && known.until > now) return known;
  const pause = known === undefined ? first : Math.min(longest, 2 * known.pause);
  return { since: known?.since ?? now, until: now + pause, pause, isTried: false };
}
