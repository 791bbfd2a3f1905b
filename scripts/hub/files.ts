import {
  commitOf,
  filesOf,
  findModel,
  isReply,
  type ModelAddress,
  noRevision,
  objectId,
  sizeOf,
} from './find-model.ts';
import type { StandInFile } from './records.ts';
import { redirect, refusal } from './replies.ts';
import type { HubRequest, Reply, World } from './types.ts';

/** `GET /{id}/resolve/{rev}/{path}`: small files by a redirect on this host, large ones by one to another host. */
export function resolveRoute(request: HubRequest, world: World): Reply | undefined {
  const { segments } = request;
  if (segments[1] !== 'resolve' && segments[2] !== 'resolve') return undefined;
  const found = findModel(request, world, 0);
  if (isReply(found)) return found;
  const [revision = 'main', ...path] = found.rest;
  const commit = commitOf(found.model, revision);
  if (commit === undefined) return noRevision(revision);
  const file = filesOf(found.model).get(path.join('/'));
  if (file === undefined) return refusal(404, 'EntryNotFound', 'Entry not found');
  return (
    refusedFile(found, request, world) ?? send(found.model.record.id, commit, path.join('/'), file, world)
  );
}

/** Gated files ask for a token, and then for one that was granted access. */
function refusedFile({ model }: ModelAddress, { token }: HubRequest, { grants }: World): Reply | undefined {
  const isGated = model.record['gated'] === 'auto' || model.record['gated'] === 'manual';
  if (!isGated || (token !== undefined && grants.includes(token))) return undefined;
  const words = `Access to model ${model.record.id} is restricted.`;
  return token === undefined
    ? refusal(401, 'GatedRepo', `${words} You must have access to it and be authenticated to access it.`)
    : refusal(403, 'GatedRepo', `${words} Visit the model's page to ask for access.`);
}

function send(id: string, commit: string, path: string, file: StandInFile, world: World): Reply {
  const to = file.isLarge
    ? redirect(302, `${world.filesEndpoint}/${id}/${commit}/${path}?signature=${objectId(path)}`)
    : redirect(
        307,
        `/api/resolve-cache/models/${id}/${commit}/${path.split('/').map(encodeURIComponent).join('/')}`,
      );
  const headers = {
    'x-repo-commit': commit,
    'x-linked-size': String(sizeOf(file)),
    'x-linked-etag': etag(path),
  };
  return { ...to, headers: { ...to.headers, ...headers } };
}

/** Where the redirects lead: `/api/resolve-cache/models/{id}/{commit}/{path}` here, the same without its start there. */
export function storedFileRoute(
  request: HubRequest,
  { records }: World,
  isFilesHost: boolean,
): Reply | undefined {
  const parts = isFilesHost ? request.segments : request.segments.slice(3);
  if (!isFilesHost && request.segments.slice(0, 3).join('/') !== 'api/resolve-cache/models') return undefined;
  const joined = parts.join('/');
  const model = records.models.find(({ record }) => joined.startsWith(`${record.id}/`));
  const path = joined.slice((model?.record.id.length ?? 0) + 1).replace(/^[^/]+\//, '');
  const file = model && filesOf(model).get(path);
  return file === undefined ? refusal(404, 'EntryNotFound', 'Entry not found') : ranged(file, path, request);
}

function etag(path: string): string {
  return `"${objectId(path)}"`;
}

function ranged(file: StandInFile, path: string, { headers }: HubRequest): Reply {
  if (headers['if-none-match'] === etag(path))
    return { status: 304, headers: { etag: etag(path) }, body: '' };
  const total = sizeOf(file);
  const common = { 'content-type': 'application/octet-stream', 'accept-ranges': 'bytes', etag: etag(path) };
  const range = readRange(headers.range, total);
  if (range === undefined) {
    return {
      status: 200,
      headers: { ...common, 'content-length': String(total) },
      body: bytes(file, 0, total),
    };
  }
  const [start, end] = range;
  if (start >= total) {
    return { status: 416, headers: { ...common, 'content-range': `bytes */${total}` }, body: '' };
  }
  const body = {
    'content-range': `bytes ${start}-${end - 1}/${total}`,
    'content-length': String(end - start),
  };
  return { status: 206, headers: { ...common, ...body }, body: bytes(file, start, end) };
}

/** Start and end of the bytes asked for, end exclusive. `bytes=-8` means the last eight. */
function readRange(header: string | undefined, total: number): readonly [number, number] | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '') return last === '' ? undefined : [Math.max(0, total - Number(last)), total];
  return [Number(first), Math.min(total, last === '' ? total : Number(last) + 1)];
}

/** The file's own bytes, then zeros up to its size, in pieces of at most a megabyte. */
function* bytes({ content = '' }: StandInFile, start: number, end: number): Iterable<Uint8Array> {
  const own = Buffer.from(content);
  for (let at = start; at < end; ) {
    const size = Math.min(end - at, 2 ** 20);
    const piece = Buffer.alloc(size);
    own.subarray(at, at + size).copy(piece);
    yield piece;
    at += size;
  }
}
