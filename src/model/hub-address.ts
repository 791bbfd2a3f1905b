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

/** Where the Hub kept files before it had repositories. */
const bucket = /^https?:\/\/(?:s3\.amazonaws\.com\/models\.huggingface\.co\/bert|cdn\.huggingface\.co)\//;
/** Those of models with an owner lay in a folder; those of others bore the model's name in front. */
const keptFiles = [
  /^([^/]+\/[^/]+)\/([^/]+)$/,
  /^([^/]+?)[-/]((?:config|modelcard|vocab|tokenizer|tokenizer_config)\.json|(?:vocab|merges)\.txt|[a-z_.]+\.(?:bin|h5|model))$/,
  /^(?=([^/]+)\.tar\.gz$)(.+)$/,
];

function readBucketAddress(text: string): HubAddress | undefined {
  const start = bucket.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const path = text.slice(start).replace(/[?#].*$/, '');
  const [, target, filename] = keptFiles.flatMap(file => file.exec(path) ?? []);
  if (target === undefined || filename === undefined || !isHubId(target)) return undefined;
  return { target, at: [start, start + target.length], filename };
}

/** An address on the Hugging Face Hub; undefined for another site, and for its data sets, spaces and pages. */
export function readHubAddress(text: string): HubAddress | undefined {
  const start = address.exec(text)?.[0].length;
  if (start === undefined) return readBucketAddress(text);
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
