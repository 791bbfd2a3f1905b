import * as v from 'valibot';
import type { LicenseFact, Lookup, ModelRecord } from '../model/record.ts';
import { emptyRecord } from './empty-record.ts';
import { type Get, lookUpOther, type OtherHub, Unanswered } from './other-hub.ts';
import { lenient, readJson, text } from './reply-schema.ts';
import type { HubClient, HubEnvironment, HubQuery, LookupOptions } from './types.ts';

/** Kaggle's models, by the handle `owner/model/framework/variation`. The license is that of the variation. */
export const client: HubClient = { hub: 'kaggle', lookup: lookUpKaggle };

const kaggle: OtherHub = { hub: 'kaggle', address: 'kaggle', name: 'Kaggle', ask };

const handle = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*){3}$/;

export async function lookUpKaggle(
  query: HubQuery,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<Lookup> {
  if (!handle.test(query.target)) return { state: 'skipped', why: 'not a handle of Kaggle' };
  return await lookUpOther(kaggle, { ...query, revision: undefined }, environment, options);
}

const variationSchema = v.object({ slug: text, framework: text, licenseName: text });
/** What Kaggle's own client reads of the reply has these names. */
const replySchema = v.object({ ref: text, instances: lenient(v.array(variationSchema)) });
const refusalSchema = v.object({ message: v.string() });

type Variation = v.InferOutput<typeof variationSchema>;

async function ask({ target }: HubQuery, get: Get): Promise<ModelRecord | undefined> {
  const [owner = '', model = '', framework = '', slug = ''] = target.split('/');
  const reply = await get(`/api/v1/models/${owner}/${model}/get`);
  if (reply.status === 404) {
    if (readJson(refusalSchema, reply.body)) return undefined;
    throw new Unanswered('Kaggle answered 404 without saying why');
  }
  const said = readJson(replySchema, reply.body);
  if (said?.ref === undefined) throw new Unanswered('the answer of Kaggle could not be read');
  return {
    ...emptyRecord('kaggle', target, `https://www.kaggle.com/models/${target}`),
    license: licenseOf(said.instances ?? [], framework, slug),
  };
}

/** A variation the reply does not list may still be there, so only what all of them share is said of it. */
function licenseOf(
  variations: readonly Variation[],
  framework: string,
  slug: string,
): LicenseFact | undefined {
  const isSame = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();
  const own = variations.find(one => isSame(one.framework, framework) && isSame(one.slug, slug));
  const names = new Set((own ? [own] : variations).map(one => one.licenseName));
  const [name, ...others] = names;
  return !name || others.length > 0
    ? undefined
    : { id: name, name: undefined, link: undefined, source: 'hub' };
}
