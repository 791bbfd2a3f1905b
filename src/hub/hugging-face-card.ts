import type { CardText, CardTextLookup } from '../model/card-text.ts';
import type { ModelRecord } from '../model/record.ts';
import { day, type FactKind } from './fact.ts';
import { lookUpFact } from './look-up-fact.ts';
import type { HubEnvironment, LookupOptions } from './types.ts';

/** A commit's file stays as it is. Cards of more than a megabyte are lists of results. */
const card: FactKind<CardText> = {
  name: 'card',
  freshFor: { found: 90 * day, missing: 90 * day },
  request: ({ target, revision }) => ({
    path: `/${target}/resolve/${revision}/README.md`,
    maxBytes: 2 ** 20,
  }),
  missingCode: 'EntryNotFound',
  read: body => (isPage(body) ? undefined : { text: body }),
  revive: ({ text }) => (typeof text === 'string' ? { text } : undefined),
};

/** What a hotel's network or a proxy sends in the place of a file. */
function isPage(body: string): boolean {
  return /^\s*<(!doctype html|html)\b/i.test(body);
}

/** The text of a model's card at the commit its record names. */
export async function lookUpCard(
  { id, sha }: ModelRecord,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<CardTextLookup> {
  if (sha === undefined) return { state: 'unreachable', why: 'nobody says at which commit to read it' };
  const fact = await lookUpFact(card, { target: id, revision: sha }, environment, options);
  if (fact.state === 'found') return { state: 'found', record: fact.value, from: fact.from, at: fact.at };
  if (fact.state === 'missing') return { state: 'missing' };
  return { state: 'unreachable', why: fact.state === 'unreachable' ? fact.why : 'access refused' };
}
