import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The tables the snapshot is made from, as their publishers wrote them. */
export interface Sources {
  /** The day the hub's rows were read, where that is known. ISO 8601 date. */
  readonly date?: string;
  readonly hub: readonly HubRow[];
  readonly timm: readonly TimmRow[];
  readonly mteb: readonly MtebRow[];
  readonly llmfit: readonly LlmfitRow[];
  readonly localai: readonly LocalaiRow[];
  readonly datasets: readonly DatasetRow[];
  readonly renamed: Readonly<Record<string, string>>;
  /** Id and downloads, the most downloaded first. */
  readonly popular: readonly (readonly [id: string, downloads: number])[];
  readonly licenseIds: ReadonlySet<string>;
  /** Names of architectures, as tags write them. */
  readonly architectures: ReadonlySet<string>;
}

export interface HubRow {
  readonly id: string;
  readonly tags: readonly string[];
  readonly downloads: number;
  readonly likes: number;
  readonly pipeline_tag?: string | undefined;
  readonly library_name?: string | undefined;
  readonly createdAt: string;
}

export interface DatasetRow {
  readonly id: string;
  readonly tags: readonly string[];
  readonly gated: false | 'auto' | 'manual';
  /** Absent where the source asked for the data set by another name than its id. */
  readonly key?: string;
}

export interface TimmRow {
  readonly name: string;
  readonly hf_hub_id: string | null;
  readonly license: string | null;
  readonly architecture: string;
  readonly default?: boolean;
}

export interface MtebRow {
  readonly name: string;
  readonly open_weights?: boolean;
  readonly license?: string | null;
  /** An expression in source code where it is no number. */
  readonly n_parameters?: unknown;
  readonly adapted_from?: string | null;
}

export interface LlmfitRow {
  readonly name: string;
  readonly parameters_raw: number;
  readonly architecture: string;
  readonly pipeline_tag: string;
  readonly hf_downloads: number;
  readonly hf_likes: number;
}

export interface LocalaiRow {
  readonly urls: readonly string[];
  readonly license: string | null;
}

export function readSources(folder: string): Sources {
  const text = (name: string): string => readText(join(folder, name));
  const mappings: Record<string, readonly (readonly [string, string])[]> = JSON.parse(
    text('naming/transformers_5.18_auto_mappings.json'),
  );
  const licenses: readonly { readonly id: string }[] = JSON.parse(text('hub/hf-license-ids.json'));
  return {
    hub: lines(text('hub/liagent-models-3988.ndjson.gz')),
    datasets: lines(text('hub/liagent-datasets-708.ndjson.gz')),
    timm: JSON.parse(text('hub/timm-pretrained.json.gz')),
    mteb: lines(text('hub/mteb-model-meta-887.ndjson.gz')),
    llmfit: lines(text('hub/llmfit-models-1852.ndjson.gz')),
    localai: JSON.parse(text('hub/localai-gallery-licences.json.gz')),
    renamed: JSON.parse(text('hub/liagent-renamed-models.json')),
    popular: popularIds(text('naming/popular-ids-16672.csv.gz')),
    licenseIds: new Set(licenses.map(license => license.id)),
    architectures: new Set((mappings['CONFIG_MAPPING_NAMES'] ?? []).map(([name]) => name)),
  };
}

function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

function lines<T>(text: string): readonly T[] {
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line));
}

function popularIds(text: string): readonly (readonly [string, number])[] {
  return [...text.matchAll(/^"([^"]+)","(\d+)"\r?$/gm)].map(([, id = '', count]) => [id, Number(count)]);
}
