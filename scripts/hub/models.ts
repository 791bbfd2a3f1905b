import {
  commitOf,
  filesOf,
  findModel,
  headOf,
  isReply,
  type ModelAddress,
  noRevision,
  objectId,
  sizeOf,
} from './find-model.ts';
import type { StandInModel } from './records.ts';
import { json, refusal } from './replies.ts';
import type { HubRequest, Reply, World } from './types.ts';

/** What only `expand` answers. */
const hidden: ReadonlySet<string> = new Set([
  'baseModels',
  'childrenModelCount',
  'downloadsAllTime',
  'evalResults',
  'inferenceProviderMapping',
  'resourceGroup',
  'securityRepoStatus',
  'trendingScore',
]);

/** The keys `expand[]` may name. */
const expandable: ReadonlySet<string> = new Set([
  ...[...hidden].filter(key => key !== 'securityRepoStatus'),
  ...['author', 'cardData', 'config', 'createdAt', 'disabled', 'downloads', 'gated', 'gguf', 'inference'],
  ...['lastModified', 'library_name', 'likes', 'mask_token', 'model-index', 'pipeline_tag', 'private'],
  ...['safetensors', 'sha', 'siblings', 'spaces', 'tags', 'transformersInfo', 'usedStorage', 'widgetData'],
]);

/** `GET /api/models/{id}` and `/api/models/{id}/revision/{rev}`. */
export function modelRoute(request: HubRequest, world: World): Reply | undefined {
  if (request.segments[0] !== 'api' || request.segments[1] !== 'models' || request.segments.length < 3) {
    return undefined;
  }
  const found = findModel(request, world, 2);
  if (isReply(found)) return found;
  return found.verb === undefined || found.verb === 'revision' ? record(found, request) : undefined;
}

function record({ model, verb, rest }: ModelAddress, request: HubRequest): Reply {
  const revision = verb === 'revision' ? rest.join('/') : 'main';
  const sha = commitOf(model, revision);
  if (sha === undefined) return noRevision(revision);
  const { query } = request;
  const keys = [...query.getAll('expand[]'), ...query.getAll('expand')];
  const isTrue = (name: string): boolean => query.get(name) === 'true' || query.get(name) === '1';
  if (keys.length === 0) return json(200, wholeRecord(model, sha, isTrue('blobs'), isTrue('securityStatus')));
  if (isTrue('blobs') || isTrue('securityStatus')) {
    return refusal(400, undefined, '"expand" cannot be used with "blobs" or "securityStatus"');
  }
  const unknown = keys.find(key => !expandable.has(key));
  return unknown === undefined
    ? json(200, expanded(model, sha, keys))
    : refusal(400, undefined, `"expand" must be one of [${[...expandable].join(', ')}], not ${unknown}`);
}

function wholeRecord(model: StandInModel, sha: string, blobs: boolean, security: boolean): unknown {
  const shown = Object.entries(model.record).filter(([key]) => !hidden.has(key));
  const siblings = [...filesOf(model)].map(([path, file]) =>
    blobs
      ? {
          rfilename: path,
          size: sizeOf(file),
          blobId: objectId(path),
          ...(file.isLarge ? lfs(path, file) : {}),
        }
      : { rfilename: path },
  );
  const status = model.record['securityRepoStatus'] ?? model.scan ?? { scansDone: true, filesWithIssues: [] };
  return {
    _id: objectId(model.record.id).slice(0, 24),
    modelId: model.record.id,
    ...Object.fromEntries(shown),
    sha,
    siblings,
    ...(security ? { securityRepoStatus: status } : {}),
  };
}

export function lfs(path: string, file: Parameters<typeof sizeOf>[0]): { readonly lfs: unknown } {
  return { lfs: { sha256: objectId(path).padEnd(64, '0'), size: sizeOf(file), pointerSize: 135 } };
}

export function expanded(model: StandInModel, sha: string, keys: readonly string[]): unknown {
  const all: Readonly<Record<string, unknown>> = {
    ...model.record,
    author: model.record['author'] ?? model.record.id.split('/').at(-2),
    siblings: [...filesOf(model).keys()].map(rfilename => ({ rfilename })),
    sha,
  };
  const named = keys.filter(key => all[key] !== undefined).map(key => [key, all[key]]);
  return { _id: objectId(model.record.id).slice(0, 24), id: model.record.id, ...Object.fromEntries(named) };
}

/** The record at the head of its main branch, for lists. */
export function headRecord(model: StandInModel, keys: readonly string[]): unknown {
  return expanded(model, headOf(model.record.id, model.record['sha']), keys);
}
