import * as v from 'valibot';
import type { Publisher, PublisherLookup } from '../model/publisher.ts';
import { day, type FactKind } from './fact.ts';
import { lookUpFact } from './look-up-fact.ts';
import { count, flag, readJson, text } from './reply-schema.ts';
import type { HubEnvironment, LookupOptions } from './types.ts';
import { urlPart } from './url-part.ts';

const replySchema = v.object({
  name: text,
  user: text,
  fullname: text,
  isVerified: flag,
  numFollowers: count,
  numModels: count,
  createdAt: text,
});

/** An account is either; only asking tells which. */
const organization = overviewKind('organization', 'organizations');
const person = overviewKind('person', 'users');

function overviewKind(kind: Publisher['kind'], folder: string): FactKind<Publisher> {
  return {
    name: kind,
    freshFor: { found: 7 * day, missing: 7 * day },
    request: ({ target }) => ({ path: `/api/${folder}/${target}/overview` }),
    isMissingByStatus: true,
    read(body, endpoint) {
      const reply = readJson(replySchema, body);
      const name = reply?.name ?? reply?.user;
      return reply === undefined || name === undefined ? undefined : toRecord(kind, name, reply, endpoint);
    },
    revive: kept =>
      typeof kept.name === 'string' && typeof kept.url === 'string'
        ? { ...unsaid, ...kept, kind, name: kept.name, url: kept.url }
        : undefined,
  };
}

const unsaid = {
  fullName: undefined,
  isVerified: undefined,
  followers: undefined,
  models: undefined,
  since: undefined,
} as const;

function toRecord(
  kind: Publisher['kind'],
  name: string,
  reply: v.InferOutput<typeof replySchema>,
  endpoint: string,
): Publisher {
  return {
    name,
    kind,
    fullName: reply.fullname,
    isVerified: kind === 'organization' ? reply.isVerified : undefined,
    followers: reply.numFollowers,
    models: reply.numModels,
    since: reply.createdAt,
    url: `${endpoint}/${urlPart(name)}`,
  };
}

export async function lookUpPublisher(
  name: string,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<PublisherLookup> {
  const query = { target: name, revision: undefined };
  const known = await lookUpFact(organization, query, environment, options);
  const fact = known.state === 'missing' ? await lookUpFact(person, query, environment, options) : known;
  if (fact.state === 'found') return { state: 'found', record: fact.value, from: fact.from, at: fact.at };
  if (fact.state === 'missing') return { state: 'missing' };
  return { state: 'unreachable', why: fact.state === 'unreachable' ? fact.why : 'access refused' };
}
