import type { Resolver } from '../hub/resolver.ts';
import type { LookupOptions } from '../hub/types.ts';
import type { Lookup, ModelRecord } from '../model/record.ts';
import type { ModelAnswer } from '../model/report.ts';
import { backgroundOf } from './background.ts';

/** What was learned of a model, together with what can be learned around it. */
export async function answerOf(
  lookup: Lookup,
  resolver: Resolver,
  options: LookupOptions,
): Promise<ModelAnswer> {
  const record = onHub(lookup);
  const [background, publisher, scan] = await Promise.all([
    backgroundOf(lookup, resolver, options),
    record && publisherOf(record, resolver, extra(options)),
    record && resolver.scan(record, extra(options)),
  ]);
  return { lookup, background, publisher, scan };
}

function onHub(lookup: Lookup): ModelRecord | undefined {
  return lookup.state === 'found' && lookup.record.hub === 'huggingface' ? lookup.record : undefined;
}

function publisherOf(
  { id }: ModelRecord,
  resolver: Resolver,
  options: LookupOptions,
): ReturnType<Resolver['publisher']> | undefined {
  const owner = id.includes('/') ? id.slice(0, id.indexOf('/')) : undefined;
  return owner === undefined ? undefined : resolver.publisher(owner, options);
}

/** No audit takes minutes longer for facts on which no finding rests. */
function extra(options: LookupOptions): LookupOptions {
  return { ...options, isPatient: false };
}
