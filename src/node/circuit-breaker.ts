/** Failures in a row after which a host is left alone. */
const most = 5;
/** How long, before somebody tries again. Milliseconds. */
const pause = 60_000;

interface Failing {
  readonly times: number;
  readonly why: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
  /** Somebody tries right now whether it is back. */
  readonly isTried?: boolean;
}

export interface CircuitBreaker {
  /** Why a host is not asked now; undefined when it may be asked. */
  blocked(host: string): string | undefined;
  succeeded(host: string): void;
  /** The words say what happened. */
  failed(host: string, why: string): void;
  /** A request is over, whether or not it told anything of the host: the next one may try in its place. */
  over(host: string): void;
}

/** Spares everybody the wait for a host that failed again and again: after a while one request tries whether it is back. */
export function createCircuitBreaker(now: () => number = Date.now): CircuitBreaker {
  const failing = new Map<string, Failing>();
  return {
    blocked(host) {
      const known = failing.get(host);
      if (known === undefined || known.times < most) return undefined;
      const left = known.until - now();
      if (left > 0) {
        return `${known.why}, ${known.times} times in a row; asked again in ${Math.ceil(left / 1000)} s`;
      }
      failing.set(host, { ...known, until: now() + pause, isTried: true });
      return undefined;
    },
    succeeded: host => void failing.delete(host),
    failed(host, why) {
      const times = (failing.get(host)?.times ?? 0) + 1;
      failing.set(host, { times, why, until: now() + pause });
    },
    over(host) {
      const known = failing.get(host);
      if (known?.isTried) failing.set(host, { ...known, until: now(), isTried: false });
    },
  };
}
