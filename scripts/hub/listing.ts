import { headRecord } from './models.ts';
import { entryOf, type StandInModel } from './records.ts';
import { json, noRepository, page, refusal } from './replies.ts';
import type { HubRequest, Reply, World } from './types.ts';

/** What an entry of a list holds when nothing more is asked for. */
const listed = ['likes', 'private', 'downloads', 'tags', 'pipeline_tag', 'library_name', 'createdAt'];
const listedInFull = [...listed, 'sha', 'lastModified', 'gated', 'disabled', 'siblings'];

/** `GET /api/models?search=&author=&filter=&pipeline_tag=&sort=&limit=&full=&expand[]=`. */
export function searchRoute(
  { segments, query, url }: HubRequest,
  { records, endpoint }: World,
): Reply | undefined {
  if (segments.join('/') !== 'api/models') return undefined;
  const expand = [...query.getAll('expand[]'), ...query.getAll('expand')];
  const keys = expand.length > 0 ? expand : query.get('full') === 'true' ? listedInFull : listed;
  const found = sorted(
    records.models.filter(model => fits(model, query)),
    query.get('sort'),
  );
  const size = Math.min(Number(query.get('limit')) || 1000, 1000);
  return page(
    found.map(model => headRecord(model, keys)),
    { url, endpoint, size },
  );
}

function fits({ record }: StandInModel, query: URLSearchParams): boolean {
  const tags = [...strings(record['tags']), String(record['pipeline_tag']), String(record['library_name'])];
  const search = query.get('search')?.toLowerCase() ?? '';
  const author = query.get('author');
  const task = query.get('pipeline_tag');
  return (
    record['private'] !== true &&
    record.id.toLowerCase().includes(search) &&
    (author === null || record.id.startsWith(`${author}/`)) &&
    (task === null || record['pipeline_tag'] === task) &&
    query.getAll('filter').every(filter => filter.split(',').every(tag => tags.includes(tag)))
  );
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function sorted(models: readonly StandInModel[], key: string | null): readonly StandInModel[] {
  if (key === null) return models;
  const rank = ({ record }: StandInModel): number | string => {
    const value = record[key];
    return typeof value === 'number' || typeof value === 'string' ? value : 0;
  };
  return [...models].sort((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0));
}

/** `GET /api/quicksearch?q=&type=model&limit=`, at most 20. */
export function quickSearchRoute({ segments, query }: HubRequest, { records }: World): Reply | undefined {
  if (segments.join('/') !== 'api/quicksearch') return undefined;
  const asked = query.get('q')?.toLowerCase() ?? '';
  const found = records.models.filter(({ record }) => record.id.toLowerCase().includes(asked));
  const limit = Math.min(Number(query.get('limit')) || 20, 20);
  const models = found.slice(0, limit).map(model => headRecord(model, ['private']));
  return json(200, { models, modelsCount: found.length, q: asked });
}

/** `GET /api/datasets/{id}`. */
export function datasetRoute({ segments, token }: HubRequest, { records }: World): Reply | undefined {
  if (segments[0] !== 'api' || segments[1] !== 'datasets' || segments.length < 3) return undefined;
  const id = segments.slice(2).join('/');
  const dataset = records.datasets.find(entry => entry.id === id);
  return dataset === undefined ? noRepository(token) : json(200, dataset);
}

/** `GET /api/organizations/{name}/overview` and `/api/users/{name}/overview`. */
export function publisherRoute({ segments }: HubRequest, { records }: World): Reply | undefined {
  const [api, kind, name = '', verb] = segments;
  if (api !== 'api' || verb !== 'overview' || (kind !== 'organizations' && kind !== 'users'))
    return undefined;
  const overview = entryOf(records[kind], name);
  return overview === undefined
    ? refusal(404, undefined, 'This user or organization does not exist')
    : json(200, overview);
}

/** `GET /api/models-tags-by-type?type=license`. */
export function tagsRoute({ segments, query }: HubRequest, { records }: World): Reply | undefined {
  if (segments.join('/') !== 'api/models-tags-by-type') return undefined;
  const license = records.licenses.map(id => ({ id: `license:${id}`, label: id, type: 'license' }));
  return json(200, query.get('type') === 'license' || query.get('type') === null ? { license } : {});
}
