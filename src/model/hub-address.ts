import { isHubId } from './hub-id.ts';

/** What an address on the Hugging Face Hub names. */
export interface HubAddress {
  readonly target: string;
  /** Where the id stands in the address. */
  readonly at: readonly [number, number];
  readonly revision?: string;
  readonly filename?: string;
}

const address =
  /^(?:git\+)?(?:https?:\/\/(?:[^\s/@]*@)?|git@|ssh:\/\/git@|hf:\/\/)(?:www\.)?(huggingface\.co|hf\.co|hf-mirror\.com)[/:]/;

/** An address on the Hugging Face Hub; undefined for another site, and for its data sets, spaces and pages. */
export function readHubAddress(text: string): HubAddress | undefined {
  const start = address.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const path = text.slice(start).replace(/[?#].*$/, '');
  const found = /^(.+?)(?:\.git)?(?:\/(resolve|blob|raw|tree)\/([^/]+)(?:\/(.+))?)?\/?$/.exec(path);
  const [, target, place, revision, filename] = found ?? [];
  if (target === undefined || !isHubId(target) || /^(datasets|spaces|api|docs|models)(\/|$)/.test(target)) {
    return undefined;
  }
  return {
    target,
    at: [start, start + target.length],
    ...(place !== undefined && revision !== undefined && { revision }),
    ...(place !== undefined && filename !== undefined && { filename }),
  };
}
