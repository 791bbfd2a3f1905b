import type { Lookup } from '../model/record.ts';
import { lookUpHuggingFace } from './hugging-face.ts';
import type { HubClient, HubEnvironment, HubQuery, LookupOptions } from './types.ts';

/** The names spaCy gives its own pipelines: language, kind, genre of the training text, size. */
const ownName = /^[a-z]{2,3}_(core|dep|ent|sent|vectors)_(web|news|wiki|ud)_(sm|md|lg|trf)$/;

/** spaCy publishes its pipelines on the Hugging Face Hub under its own name. */
export const client: HubClient = { hub: 'spacy', lookup: lookUpSpacy };

async function lookUpSpacy(
  query: HubQuery,
  environment: HubEnvironment,
  options: LookupOptions,
): Promise<Lookup> {
  const target = query.target.includes('/') ? query.target : `spacy/${query.target}`;
  const isOwn = ownName.test(query.target) || environment.snapshot.has(target);
  if (!isOwn) {
    return {
      state: 'skipped',
      why: "a local pipeline or another publisher's package, not one of spaCy's own",
    };
  }
  return await lookUpHuggingFace({ ...query, target }, environment, options);
}
