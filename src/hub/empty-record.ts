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
    newVersion: undefined,
  };
}
