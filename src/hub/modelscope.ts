import * as v from 'valibot';
import { isHubId } from '../model/hub-id.ts';
import type { ModelRecord } from '../model/record.ts';
import { emptyRecord } from './empty-record.ts';
import { type Get, lookUpOther, type OtherHub, Unanswered } from './other-hub.ts';
import { count, lenient, readJson, text } from './reply-schema.ts';
import type { HubClient, HubQuery } from './types.ts';

export const client: HubClient = {
  hub: 'modelscope',
  lookup: async (query, environment, options) =>
    isModelScopeId(query.target)
      ? await lookUpOther(modelScope, query, environment, options)
      : { state: 'skipped', why: 'not an id of ModelScope' },
};

const modelScope: OtherHub = {
  hub: 'modelscope',
  address: 'modelscope',
  name: 'ModelScope',
  redirects: true,
  ask,
};

/** An owner and a name, of the same letters as on the Hugging Face Hub. */
export function isModelScopeId(id: string): boolean {
  return id.includes('/') && isHubId(id);
}

const names = lenient(v.array(v.unknown()));
const dataSchema = v.object({
  Name: text,
  Path: text,
  License: text,
  Downloads: count,
  Stars: count,
  CreatedTime: count,
  LastUpdatedTime: count,
  Libraries: names,
  ModelType: names,
  Tasks: lenient(v.array(v.object({ Name: text }))),
});
const replySchema = v.object({ Code: v.literal(200), Data: dataSchema });
const refusalSchema = v.object({ Code: v.pipe(v.number(), v.notValue(200)), Message: v.string() });

type Data = v.InferOutput<typeof dataSchema>;

/** The license is that of the model, whatever the revision. */
async function ask({ target }: HubQuery, get: Get): Promise<ModelRecord | undefined> {
  const reply = await get(`/api/v1/models/${target}`);
  if (reply.status === 404) {
    if (readJson(refusalSchema, reply.body)) return undefined;
    throw new Unanswered('ModelScope answered 404 without saying why');
  }
  const said = readJson(replySchema, reply.body);
  if (said === undefined) throw new Unanswered('the answer of ModelScope could not be read');
  return toRecord(target, said.Data);
}

function toRecord(target: string, data: Data): ModelRecord {
  const stated = `${data.Path}/${data.Name}`;
  const id = isModelScopeId(stated) && data.Path !== undefined ? stated : target;
  return {
    ...emptyRecord('modelscope', id, `https://www.modelscope.cn/models/${id}`),
    license: data.License === undefined ? undefined : licenseOf(data.License),
    library: firstOf(data.Libraries),
    architecture: firstOf(data.ModelType),
    task: data.Tasks?.[0]?.Name,
    // All the downloads there ever were, not those of a month, so they stay out.
    likes: data.Stars,
    createdAt: dateOf(data.CreatedTime),
    lastModified: dateOf(data.LastUpdatedTime),
  };
}

function licenseOf(written: string): ModelRecord['license'] {
  return { id: written.trim(), name: undefined, link: undefined, source: 'hub' };
}

function firstOf(list: readonly unknown[] | undefined): string | undefined {
  return list?.find(item => typeof item === 'string' && item !== '') as string | undefined;
}

/** From seconds since the epoch. */
function dateOf(seconds: number | undefined): string | undefined {
  if (seconds === undefined || seconds === 0) return undefined;
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
