import * as v from 'valibot';
import type { LicenseFact, ModelRecord } from '../model/record.ts';
import { emptyRecord } from './empty-record.ts';
import { licenseOfText } from './license-text.ts';
import { type Get, lookUpOther, type OtherHub, Unanswered } from './other-hub.ts';
import { lenient, readJson, text } from './reply-schema.ts';
import type { HubClient, HubQuery } from './types.ts';
import { urlPart } from './url-part.ts';

/**
 * `torch.hub.load("owner/repository", …)` runs the `hubconf.py` of a GitHub repository, which downloads weights of its
 * choice. The license is that of the repository.
 */
export const client: HubClient = {
  hub: 'pytorch-hub',
  lookup: async (query, environment, options) =>
    /^[\w-][\w.-]*\/[\w-][\w.-]*$/.test(query.target)
      ? await lookUpOther(github, query, environment, options)
      : { state: 'skipped', why: 'not a repository of GitHub' },
};

const github: OtherHub = { hub: 'pytorch-hub', address: 'github', name: 'GitHub', redirects: true, ask };

/** `api.github.com` answers both addresses with more keys than these. */
const licenseSchema = v.object({
  html_url: text,
  content: text,
  license: lenient(v.object({ spdx_id: text })),
});
const repositorySchema = v.object({ full_name: v.string(), license: v.nullish(v.object({ spdx_id: text })) });
const refusalSchema = v.object({ message: v.literal('Not Found') });

const accept = 'application/vnd.github+json';
const repositoryAddress = /^https:\/\/github\.com\/([^/?#]+\/[^/?#]+)\/blob\//;

async function ask(query: HubQuery, get: Get): Promise<ModelRecord | undefined> {
  const ref = query.revision === undefined ? '' : `?ref=${urlPart(query.revision)}`;
  const reply = await get(`/repos/${query.target}/license${ref}`, accept);
  if (reply.status === 404) return await askRepository(query, get);
  const said = readJson(licenseSchema, reply.body);
  const id = repositoryAddress.exec(said?.html_url ?? '')?.[1];
  if (said === undefined || id === undefined) throw new Unanswered('the answer of GitHub could not be read');
  const spdx = said.license?.spdx_id || 'NOASSERTION';
  const license: LicenseFact =
    spdx === 'NOASSERTION'
      ? licenseOfText([decoded(said.content ?? '')], said.html_url)
      : { id: spdx, name: undefined, link: said.html_url, source: 'hub' };
  return toRecord(id, license);
}

/** No license file at that revision, no such revision, or no such repository: GitHub answers all of them alike. */
async function askRepository(query: HubQuery, get: Get): Promise<ModelRecord | undefined> {
  const reply = await get(`/repos/${query.target}`, accept);
  if (reply.status === 404) {
    if (readJson(refusalSchema, reply.body)) return undefined;
    throw new Unanswered('GitHub answered 404 without saying why');
  }
  const said = readJson(repositorySchema, reply.body);
  if (said === undefined) throw new Unanswered('the answer of GitHub could not be read');
  const hasNone = said.license === null && query.revision === undefined;
  const none: LicenseFact = { id: '', name: undefined, link: undefined, source: 'hub' };
  return toRecord(said.full_name, hasNone ? none : undefined);
}

function toRecord(id: string, license: LicenseFact | undefined): ModelRecord {
  return {
    ...emptyRecord('pytorch-hub', id, `https://github.com/${id}`),
    license,
    library: 'pytorch',
    // Loading runs `hubconf.py`, whatever it brings.
    hasCustomCode: true,
  };
}

/** The file in base 64, in lines; empty when it is not. */
function decoded(content: string): string {
  const packed = content.replaceAll(/\s/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(packed) || packed.length % 4 !== 0) return '';
  return new TextDecoder().decode(Uint8Array.from(atob(packed), letter => letter.charCodeAt(0)));
}
