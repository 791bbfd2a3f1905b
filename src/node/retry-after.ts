/** How long a hub asks to wait before the next request, in milliseconds; undefined when it does not say. */
export function retryAfter(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  // While requests are left, the end of the window says nothing of this answer.
  const reset = /\br=0\s*;\s*t=(\d+)/.exec(headers['ratelimit'] ?? '')?.[1];
  if (reset !== undefined) {
    return Number(reset) * 1000;
  }
  const after = headers['retry-after']?.trim() ?? '';
  if (/^\d+$/.test(after)) {
    return Number(after) * 1000;
  }
  const date = Date.parse(after);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
