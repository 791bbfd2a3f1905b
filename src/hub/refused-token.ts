import type { Transport } from '../model/outside.ts';
import type { HubEnvironment } from './types.ts';

/** How long a hub that refused the token is asked without it at once. Milliseconds. */
const rememberFor = 600_000;

/** When the token that goes with a transport is tried again. Milliseconds since the epoch. */
const refusedUntil = new WeakMap<Transport, number>();

/** Whether the hub refused the token a moment ago: an expired one must not cost every question a second request. */
export function isTokenRefused({ transport, clock }: HubEnvironment): boolean {
  return (refusedUntil.get(transport) ?? 0) > clock.now().getTime();
}

/** Tells the person once, who cannot see otherwise why private models are not found. */
export function noteRefusedToken(environment: HubEnvironment): void {
  const { transport, clock, log, endpoint } = environment;
  if (!isTokenRefused(environment)) {
    log.warn(`${new URL(endpoint).host} refuses the token, so that it is asked without it.`);
  }
  refusedUntil.set(transport, clock.now().getTime() + rememberFor);
}
