import type { HubRequest } from './types.ts';

/** So many API calls in a fixed window of so many seconds; the resolver and pages have limits in proportion. */
export interface Limit {
  readonly requests: number;
  readonly seconds: number;
}

export interface Quota {
  readonly headers: Record<string, string>;
  readonly isExceeded: boolean;
}

/** The Hub's own proportions: 500 API calls, 3,000 calls of the resolver, 100 pages in five minutes. */
const shareOf = { api: 1, resolvers: 6, pages: 0.2 } as const;

/** `500/300`: 500 requests in 300 seconds. */
export function parseLimit(text: string): Limit {
  const [, requests, seconds] = /^(\d+)\/(\d+(?:\.\d+)?)s?$/.exec(text) ?? [];
  if (requests === undefined || seconds === undefined || Number(seconds) === 0) {
    throw new Error(`“${text}” is no limit: write requests/seconds, such as 500/300.`);
  }
  return { requests: Number(requests), seconds: Number(seconds) };
}

/** Counts each caller's requests, told apart by their tokens. */
export function createRateLimit({ requests, seconds }: Limit): (request: HubRequest) => Quota {
  const windows = new Map<string, { readonly end: number; used: number }>();
  return request => {
    const bucket = bucketOf(request);
    const quota = Math.ceil(requests * shareOf[bucket]);
    const key = `${bucket} ${request.token ?? ''}`;
    const now = Date.now();
    const known = windows.get(key);
    const current = known && known.end > now ? known : { end: now + seconds * 1000, used: 0 };
    windows.set(key, current);
    current.used += 1;
    const reset = Math.ceil((current.end - now) / 1000);
    return {
      isExceeded: current.used > quota,
      headers: {
        ratelimit: `"${bucket}";r=${Math.max(0, quota - current.used)};t=${reset}`,
        'ratelimit-policy': `"fixed window";"${bucket}";q=${quota};w=${seconds}`,
      },
    };
  };
}

function bucketOf({ segments }: HubRequest): keyof typeof shareOf {
  if (segments.includes('resolve') || segments[1] === 'resolve-cache') return 'resolvers';
  return segments[0] === 'api' ? 'api' : 'pages';
}
