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
    record?.id.includes('/') ? resolver.publisher(record, extra(options)) : undefined,
    record && resolver.scan(record, extra(options)),
  ]);
  return { lookup, background, publisher, scan };
}

function onHub(lookup: Lookup): ModelRecord | undefined {
  return lookup.state === 'found' && lookup.record.hub === 'huggingface' ? lookup.record : undefined;
}

/** No audit takes minutes longer for facts on which no finding rests. */
function extra(options: LookupOptions): LookupOptions {
  return { ...options, isPatient: false };
}
