import { createHash } from 'node:crypto';
import { entryOf, type GitHubRepository, type OllamaModel } from './records.ts';
import { json, redirect, text } from './replies.ts';
import type { HubRequest, Reply, World } from './types.ts';

/** `api.github.com`: `/repos/{owner}/{repo}` and `/repos/{owner}/{repo}/license`. */
export function githubRoute({ segments }: HubRequest, { records }: World): Reply | undefined {
  const [repos, owner = '', name = '', verb] = segments;
  if (repos !== 'repos' || segments.length > 4 || (verb !== undefined && verb !== 'license'))
    return undefined;
  const id = `${owner}/${name}`;
  const repository = entryOf(records.github, id);
  if (repository === undefined) return notOnGitHub;
  if (repository.movedTo !== undefined) {
    return redirect(301, `/repos/${repository.movedTo}${verb === undefined ? '' : `/${verb}`}`);
  }
  if (verb === undefined) return json(200, githubRepository(id, repository));
  return repository.license === undefined ? notOnGitHub : json(200, githubLicense(id, repository));
}

const notOnGitHub = json(404, { message: 'Not Found', status: '404' });

function githubRepository(id: string, { license, spdx }: GitHubRepository): unknown {
  const stated = license === undefined ? null : { spdx_id: spdx ?? 'NOASSERTION' };
  return { full_name: id, html_url: `https://github.com/${id}`, default_branch: 'main', license: stated };
}

function githubLicense(id: string, { spdx, license = '' }: GitHubRepository): unknown {
  const key = spdx?.toLowerCase() ?? 'other';
  return {
    name: 'LICENSE',
    path: 'LICENSE',
    html_url: `https://github.com/${id}/blob/main/LICENSE`,
    encoding: 'base64',
    content: Buffer.from(license).toString('base64'),
    license: { key, name: spdx ?? 'Other', spdx_id: spdx ?? 'NOASSERTION', url: null },
  };
}

/** `raw.githubusercontent.com`: `/{owner}/{repo}/{ref}/{path}`. */
export function rawFileRoute({ segments }: HubRequest, { records }: World): Reply | undefined {
  const [owner = '', name = '', , ...path] = segments;
  const repository = entryOf(records.github, `${owner}/${name}`);
  if (repository === undefined || path.length === 0) return undefined;
  const content = entryOf(repository.files, path.join('/'));
  return content === undefined ? text(404, '404: Not Found') : text(200, content);
}

/** `registry.ollama.ai`: `/v2/{namespace}/{model}/manifests/{tag}` and `…/blobs/{digest}`. */
export function ollamaRoute(request: HubRequest, world: World): Reply | undefined {
  const [version, namespace = '', name = '', verb, reference = ''] = request.segments;
  if (version !== 'v2') return undefined;
  const model = entryOf(world.records.ollama, `${namespace}/${name}:${reference}`);
  if (verb === 'manifests' && model !== undefined) return json(200, manifest(model));
  const isBlob = verb === 'blobs' && blobOf(reference, world) !== undefined;
  return isBlob
    ? redirect(307, `${world.filesEndpoint}/blobs/${reference}`)
    : json(404, { errors: [{ code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' }] });
}

/** Where the registry's redirects lead, on the second host. */
export function ollamaBlobRoute({ segments }: HubRequest, world: World): Reply | undefined {
  const [blobs, digest = ''] = segments;
  const blob = blobs === 'blobs' ? blobOf(digest, world) : undefined;
  return blob === undefined ? undefined : text(200, blob, 'application/octet-stream');
}

function manifest({ licenses = [], config = {}, size = 0 }: OllamaModel): unknown {
  const weights = { mediaType: layerType('model'), digest: digestOf(`weights ${size}`), size };
  return {
    schemaVersion: 2,
    mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
    config: layer('application/vnd.docker.container.image.v1+json', JSON.stringify(config)),
    layers: [weights, ...licenses.map(license => layer(layerType('license'), license))],
  };
}

function layerType(kind: string): string {
  return `application/vnd.ollama.image.${kind}`;
}

function layer(mediaType: string, content: string): unknown {
  return { mediaType, digest: digestOf(content), size: Buffer.byteLength(content) };
}

function blobOf(digest: string, { records }: World): string | undefined {
  const blobs = Object.values(records.ollama).flatMap(({ licenses = [], config = {} }) => [
    ...licenses,
    JSON.stringify(config),
  ]);
  return blobs.find(blob => digestOf(blob) === digest);
}

function digestOf(content: string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** `www.modelscope.cn`: `/api/v1/models/{owner}/{name}`. */
export function modelScopeRoute({ segments }: HubRequest, { records }: World): Reply | undefined {
  if (segments.length !== 5 || segments.slice(0, 3).join('/') !== 'api/v1/models') return undefined;
  const data = entryOf(records.modelscope, segments.slice(3).join('/'));
  return data === undefined
    ? json(404, { Code: 10_010_205_001, Message: 'Record not found', RequestId: '', Success: false })
    : json(200, { Code: 200, Data: data, Message: 'success', RequestId: '', Success: true });
}

/** `www.kaggle.com`: `/api/v1/models/{owner}/{model}/get`. */
export function kaggleRoute({ segments }: HubRequest, { records }: World): Reply | undefined {
  if (segments.length !== 6 || segments.slice(0, 3).join('/') !== 'api/v1/models' || segments[5] !== 'get') {
    return undefined;
  }
  const body = entryOf(records.kaggle, segments.slice(3, 5).join('/'));
  return body === undefined ? json(404, { code: 404, message: 'Model not found' }) : json(200, body);
}
