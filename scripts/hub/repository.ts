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
import { lfs } from './models.ts';
import { entryOf, type StandInFile, type StandInModel } from './records.ts';
import { json, page, refusal } from './replies.ts';
import type { HubRequest, Reply, World } from './types.ts';

const mostPaths = 2000;

/** What lies around a model: `scan`, `tree`, `paths-info` and `commits`. */
export function repositoryRoute(request: HubRequest, world: World): Reply | undefined {
  if (request.segments[0] !== 'api' || request.segments[1] !== 'models') return undefined;
  const found = findModel(request, world, 2);
  if (isReply(found)) return undefined;
  const { model, verb, rest } = found;
  if (verb === 'scan') return json(200, model.scan ?? { scansDone: true, filesWithIssues: [] });
  const answer = verb === undefined ? undefined : answers[verb];
  if (answer === undefined) return undefined;
  const revision = rest[0] ?? 'main';
  return commitOf(model, revision) === undefined ? noRevision(revision) : answer(found, request, world);
}

type Answer = (found: ModelAddress, request: HubRequest, world: World) => Reply;

const answers: Readonly<Record<string, Answer>> = { tree, 'paths-info': pathsInfo, commits };

function tree({ model, rest }: ModelAddress, request: HubRequest, { endpoint }: World): Reply {
  const { query, url } = request;
  const isExpanded = query.get('expand') === 'true';
  const folder = rest.slice(1).join('/');
  const entries = treeEntries(model, folder, query.get('recursive') === 'true', isExpanded);
  if (entries.length === 0 && folder !== '') {
    return refusal(404, 'EntryNotFound', `${folder} does not exist on "main"`);
  }
  const limit = Number(query.get('limit')) || Number.POSITIVE_INFINITY;
  return page(entries, { url, endpoint, size: Math.min(limit, isExpanded ? 100 : 1000) });
}

function treeEntries(
  model: StandInModel,
  folder: string,
  isRecursive: boolean,
  isExpanded: boolean,
): readonly unknown[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const files = [...filesOf(model)].filter(([path]) => path.startsWith(prefix));
  const folders = new Set(
    files.flatMap(([path]) => foldersOf(path.slice(prefix.length)).map(name => prefix + name)),
  );
  const isShown = (path: string): boolean => isRecursive || !path.slice(prefix.length).includes('/');
  return [
    ...[...folders].filter(isShown).map(path => ({ type: 'directory', oid: objectId(path), size: 0, path })),
    ...files
      .filter(([path]) => isShown(path))
      .map(([path, file]) => fileEntry(model, path, file, isExpanded)),
  ];
}

/** `a/b/c` lies in `a` and in `a/b`. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function fileEntry(model: StandInModel, path: string, file: StandInFile, isExpanded: boolean): unknown {
  const commit = model.commits?.[0];
  return {
    type: 'file',
    oid: objectId(path),
    size: sizeOf(file),
    path,
    ...(file.isLarge ? { ...lfs(path, file), xetHash: objectId(path) } : {}),
    ...(isExpanded
      ? {
          lastCommit: commit && { id: commit['id'], title: commit['title'], date: commit['date'] },
          securityFileStatus: entryOf(model.security, path) ?? { status: 'unscanned' },
        }
      : {}),
  };
}

function pathsInfo({ model }: ModelAddress, request: HubRequest): Reply {
  if (request.method !== 'POST')
    return refusal(404, undefined, "Sorry, we can't find the page you are looking for.");
  const asked = readAsked(request.body);
  if (asked === undefined || asked.paths.length > mostPaths) {
    return refusal(400, undefined, `"paths" must contain less than or equal to ${mostPaths} items`);
  }
  const files = filesOf(model);
  const entries = asked.paths.flatMap(path => {
    const file = files.get(path);
    return file === undefined ? [] : [fileEntry(model, path, file, asked.expand)];
  });
  return json(200, entries);
}

function readAsked(
  body: string,
): { readonly paths: readonly string[]; readonly expand: boolean } | undefined {
  try {
    const { paths, expand } = JSON.parse(body) as { readonly paths?: unknown; readonly expand?: unknown };
    return Array.isArray(paths) ? { paths: paths.map(String), expand: expand === true } : undefined;
  } catch {
    return undefined;
  }
}

function commits({ model }: ModelAddress, request: HubRequest, { endpoint }: World): Reply {
  const all = model.commits ?? [];
  const size = Math.min(Number(request.query.get('limit')) || 50, 1000);
  const number = Number(request.query.get('p')) || 0;
  const next = new URL(request.url, endpoint);
  next.searchParams.set('p', String(number + 1));
  const link = (number + 1) * size < all.length ? { link: `<${next.href}>; rel="next"` } : {};
  return json(200, all.slice(number * size, (number + 1) * size), {
    'x-total-count': String(all.length),
    ...link,
  });
}
