import type { ModelRecord } from '../model/record.ts';
import type { Hub } from '../model/reference.ts';

/** A record of which nobody said anything yet. */
export function emptyRecord(hub: Hub, id: string, url: string): ModelRecord {
  return {
    hub,
    id,
    url,
    license: undefined,
    baseModels: undefined,
    datasets: undefined,
    languages: undefined,
    task: undefined,
    library: undefined,
    parameters: undefined,
    architecture: undefined,
    downloads: undefined,
    likes: undefined,
    createdAt: undefined,
    lastModified: undefined,
    sha: undefined,
    gated: undefined,
    weightFormats: undefined,
    weightFiles: undefined,
    hasCustomCode: undefined,
    card: undefined,
    evaluations: undefined,
    newVersion: undefined,
  };
}

/** A record that was kept: JSON drops what is undefined, and the type promises the keys. Undefined for what is none. */
export function reviveRecord(hub: Hub, kept: Partial<ModelRecord>): ModelRecord | undefined {
  return typeof kept.id === 'string' && typeof kept.url === 'string'
    ? { ...emptyRecord(hub, kept.id, kept.url), ...kept }
    : undefined;
}
