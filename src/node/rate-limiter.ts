/** What a reply says of its hub's limit. */
interface Quota {
  readonly remaining: number;
  /** Milliseconds until the window ends. */
  readonly reset: number;
}

/** One limit of one host, as far as its replies told. */
interface Window {
  remaining: number;
  /** Milliseconds since the epoch. */
  end: number;
}

export interface RateLimiter {
  /** Milliseconds to wait before asking again; 0 means that the request may go now and is counted. */
  take(url: string): number;
  /** A reply came. Undefined headers: none did. */
  heed(url: string, headers: Readonly<Record<string, string>> | undefined): void;
  /** The hub refused a request until some milliseconds from now. */
  refuse(url: string, wait: number): void;
}

const second = 1000;
/** Windows end by the hub's clock, which tells whole seconds. */
const slack = 100;
/** No hub's window is longer. What says so, by another clock or unit, must not silence its hub for good. */
const longest = 3600 * second;
/** How soon to look again while replies are on their way. */
const glance = 20;

/**
 * Obeys limits before they are exceeded. What others use up, other processes of this machine among them, shows in the
 * replies; what is on its way is counted as used until its reply tells.
 */
export function createRateLimiter(now: () => number = Date.now): RateLimiter {
  const windows = new Map<string, Window>();
  const underWay = new Map<string, number>();

  function current(key: string): Window | undefined {
    const window = windows.get(key);
    if (window === undefined || window.end > now()) return window;
    windows.delete(key);
    return undefined;
  }

  return {
    take(url) {
      const key = bucketOf(url);
      const window = current(key);
      const going = underWay.get(key) ?? 0;
      // What is on its way may turn out to be counted already.
      if (window !== undefined && window.remaining <= 0) return going > 0 ? glance : window.end - now();
      if (window !== undefined) window.remaining -= 1;
      underWay.set(key, going + 1);
      return 0;
    },
    heed(url, headers) {
      const key = bucketOf(url);
      const others = (underWay.get(key) ?? 1) - 1;
      underWay.set(key, others);
      const quota = headers && quotaOf(headers, now());
      if (quota === undefined) return;
      const end = now() + Math.min(quota.reset, longest) + slack;
      const before = current(key);
      const isSame = before !== undefined && Math.abs(before.end - end) < second + slack;
      // Replies may overtake each other, so that only the last one of all on their way tells what is left.
      const left = quota.remaining - others;
      const remaining = isSame && others > 0 ? Math.min(before.remaining, left) : left;
      windows.set(key, { remaining, end: isSame ? before.end : end });
    },
    refuse(url, wait) {
      const key = bucketOf(url);
      const known = current(key);
      const end = now() + Math.min(wait, longest) + slack;
      windows.set(key, { remaining: 0, end: known?.remaining === 0 ? Math.max(known.end, end) : end });
    },
  };
}

/** The public hub counts calls of its API, of its resolver and of its pages apart. */
function bucketOf(url: string): string {
  const { host, pathname } = new URL(url);
  const parts = pathname.split('/');
  if (parts.includes('resolve') || parts.includes('resolve-cache')) return `resolvers ${host}`;
  return parts.includes('api') ? `api ${host}` : `pages ${host}`;
}

/** `RateLimit: "api";r=489;t=200`, or the older pair of headers that GitHub sends. */
function quotaOf(headers: Readonly<Record<string, string>>, now: number): Quota | undefined {
  const [, remaining, seconds] = /\br=(\d+)\s*;\s*t=(\d+)/.exec(headers['ratelimit'] ?? '') ?? [];
  if (remaining !== undefined) return { remaining: Number(remaining), reset: Number(seconds) * 1000 };
  const left = headers['x-ratelimit-remaining'] ?? '';
  const end = headers['x-ratelimit-reset'] ?? '';
  if (!/^\d+$/.test(left) || !/^\d+$/.test(end)) return undefined;
  return { remaining: Number(left), reset: Math.max(0, Number(end) * 1000 - now) };
}
