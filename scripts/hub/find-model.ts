import { createHash } from 'node:crypto';
import { entryOf, type StandInFile, type StandInModel } from './records.ts';
import { noRepository, redirect, refusal } from './replies.ts';
import type { HubRequest, Reply, World } from './types.ts';

/** An address below a model: `/api/models/{id}/{verb}/{rest…}`. */
export interface ModelAddress {
  readonly model: StandInModel;
  /** `revision`, `tree`, `scan` …; undefined for the model itself. */
  readonly verb: string | undefined;
  readonly rest: readonly string[];
}

const verbs: ReadonlySet<string> = new Set(['revision', 'tree', 'scan', 'commits', 'paths-info', 'resolve']);

/**
 * The model an address speaks of, where `at` segments stand before its id; a refusal or a redirect when the caller may
 * not see it there.
 */
export function findModel(request: HubRequest, world: World, at: number): ModelAddress | Reply {
  const parts = request.segments.slice(at);
  const split = verbs.has(parts[1] ?? '') ? 1 : 2;
  const id = parts.slice(0, split).join('/');
  const model = world.records.models.find(({ record }) => record.id === id);
  if (model === undefined) {
    const moved = world.records.models.find(({ formerly }) => formerly?.includes(id));
    return moved ? redirectTo(moved, id, request) : noRepository(request.token);
  }
  if (model.record['private'] === true && request.token === undefined) return noRepository(undefined);
  if (model.record['disabled'] === true)
    return refusal(403, undefined, 'Access to this resource is disabled.');
  return { model, verb: parts[split], rest: parts.slice(split + 1) };
}

export function isReply(value: ModelAddress | Reply): value is Reply {
  return 'status' in value;
}

/** To the same address below the new id, relative to this host. */
function redirectTo({ record }: StandInModel, id: string, { url }: HubRequest): Reply {
  return redirect(307, url.replace(`/${id}`, `/${record.id}`));
}

/** The commit a revision points to; undefined when the model has no such revision. */
export function commitOf({ record, refs }: StandInModel, revision: string): string | undefined {
  const head = headOf(record.id, record['sha']);
  if (revision === 'main' || revision === head) return head;
  const commit = entryOf(refs, revision);
  return commit ?? Object.values(refs ?? {}).find(known => known === revision);
}

export function headOf(id: string, sha: unknown): string {
  return typeof sha === 'string' ? sha : objectId(id);
}

/** Forty hexadecimal digits, as git names things: the same for the same text. */
export function objectId(text: string | Uint8Array): string {
  return createHash('sha1').update(text).digest('hex');
}

export function noRevision(revision: string): Reply {
  return refusal(404, 'RevisionNotFound', `Invalid rev id: ${revision}`);
}

/** Paths of a model's files: those it has, and those its record alone names. */
export function filesOf({ record, files = {} }: StandInModel): ReadonlyMap<string, StandInFile> {
  const siblings = Array.isArray(record['siblings']) ? record['siblings'] : [];
  const named = siblings.map(file => [String((file as { rfilename?: unknown }).rfilename), {}] as const);
  return new Map<string, StandInFile>([...named, ...Object.entries(files)]);
}

/** Bytes. */
export function sizeOf({ content = '', size = 0 }: StandInFile): number {
  return Math.max(size, Buffer.byteLength(content));
}
