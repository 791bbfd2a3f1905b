import type { HubEnvironment, LookupOptions } from './types.ts';

/** Why nothing is known of what no hub may be asked about. */
export const staysHere = 'its id stays on this machine, as “privateModels” says';

/** What may be asked about an id: nothing of any hub where the id must not leave this machine. */
export function permitted(
  id: string,
  options: LookupOptions,
  { isPrivate }: Pick<HubEnvironment, 'isPrivate'>,
): LookupOptions {
  return { ...options, mayAskNetwork: options.mayAskNetwork && !isPrivate(id) };
}
