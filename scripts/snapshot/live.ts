import * as v from 'valibot';
import type { Transport } from '../../src/model/outside.ts';
import type { DatasetRow, HubRow, Sources } from './sources.ts';

/** The keys of a row, as lists and single replies answer them. */
const modelKeys = ['tags', 'downloads', 'likes', 'pipeline_tag', 'library_name', 'createdAt'];
const pageSize = 1000;

const modelRow = v.object({
  id: v.string(),
  tags: v.array(v.string()),
  downloads: v.number(),
  likes: v.number(),
  pipeline_tag: v.optional(v.string()),
  library_name: v.optional(v.string()),
  createdAt: v.string(),
});

const datasetRow = v.object({
  id: v.string(),
  tags: v.array(v.string()),
  gated: v.union([v.literal(false), v.picklist(['auto', 'manual'])]),
});

export interface LiveOptions {
  readonly endpoint: string;
  readonly transport: Transport;
  /** How many of the most downloaded models to take from the hub's list. */
  readonly most: number;
  /** ISO 8601 date of the day. */
  readonly today: string;
}

/**
 * The tables with the hub's own rows read anew: the most downloaded models from its list, page by page, and those of the
 * table that are not among them one by one. What the hub no longer has is left out; what moved keeps its old name.
 */
export async function refreshFromHub(sources: Sources, options: LiveOptions): Promise<Sources> {
  const rows = new Map((await listModels(options)).map(row => [row.id, row]));
  const renamed: Record<string, string> = { ...sources.renamed };
  for (const { id } of sources.hub) {
    if (rows.has(id)) continue;
    const row = await askFor(`/api/models/${id}?${expanded(modelKeys)}`, modelRow, options);
    if (row === undefined) continue;
    rows.set(row.id, row);
    if (row.id !== id) renamed[id] = row.id;
  }
  const datasets = await refreshDatasets(sources.datasets, options);
  return { ...sources, hub: [...rows.values()], datasets, renamed, date: options.today };
}

async function refreshDatasets(
  known: readonly DatasetRow[],
  options: LiveOptions,
): Promise<readonly DatasetRow[]> {
  const rows: DatasetRow[] = [];
  for (const { id, key } of known) {
    const row = await askFor(`/api/datasets/${id}`, datasetRow, options);
    if (row !== undefined) rows.push({ ...row, ...(key !== undefined && { key }) });
  }
  return rows;
}

async function listModels(options: LiveOptions): Promise<readonly HubRow[]> {
  const rows: HubRow[] = [];
  const limit = Math.min(pageSize, options.most);
  let next: string | undefined = `/api/models?sort=downloads&limit=${limit}&${expanded(modelKeys)}`;
  while (next !== undefined && rows.length < options.most) {
    const { body, headers } = await ask(next, options);
    rows.push(...v.parse(v.array(modelRow), JSON.parse(body)));
    next = nextPage(headers['link'], options.endpoint);
  }
  return rows.slice(0, options.most);
}

/** `Link: <address>; rel="next"`, as a path of the same hub. */
function nextPage(link: string | undefined, endpoint: string): string | undefined {
  const address = /<([^>]+)>;\s*rel="next"/.exec(link ?? '')?.[1];
  if (address === undefined) return undefined;
  const url = new URL(address, endpoint);
  if (url.origin !== new URL(endpoint).origin)
    throw new Error(`The list goes on at another host: ${url.host}`);
  return url.pathname + url.search;
}

function expanded(keys: readonly string[]): string {
  return keys.map(key => `expand[]=${key}`).join('&');
}

/** Undefined for what the hub does not have; every other refusal ends the build, because half a snapshot claims too little. */
async function askFor<const T extends v.GenericSchema>(
  path: string,
  schema: T,
  options: LiveOptions,
): Promise<v.InferOutput<T> | undefined> {
  const reply = await ask(path, options);
  return reply.status === 200 ? v.parse(schema, JSON.parse(reply.body)) : undefined;
}

async function ask(path: string, { endpoint, transport }: LiveOptions): ReturnType<Transport['send']> {
  const reply = await transport.send({ method: 'GET', url: endpoint + path, isPatient: true });
  const isGone = [401, 403, 404].includes(reply.status);
  if (reply.status !== 200 && !(isGone && reply.headers['x-error-code'] !== undefined)) {
    throw new Error(`${path}: the hub answered ${reply.status}`);
  }
  return reply;
}
