import { completenessOf, isIncomplete } from '../card/completeness.ts';
import { withWrittenFields } from '../card/written-fields.ts';
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
  const [documented, background, publisher, scan] = await Promise.all([
    withCardText(lookup, resolver, extra(options)),
    backgroundOf(lookup, resolver, options),
    record?.id.includes('/') ? resolver.publisher(record, extra(options)) : undefined,
    record && resolver.scan(record, extra(options)),
  ]);
  return { lookup: documented, background, publisher, scan };
}

/** Only where the metadata leaves out much is it worth a request to see whether the text says it. */
async function withCardText(lookup: Lookup, resolver: Resolver, options: LookupOptions): Promise<Lookup> {
  const record = onHub(lookup);
  if (lookup.state !== 'found' || record?.card === undefined) return lookup;
  const completeness = completenessOf(lookup);
  if (completeness === undefined || !isIncomplete(completeness)) return lookup;
  const text = await resolver.card(record, options);
  if (text.state === 'missing') return lookup;
  // Its text may fill what the metadata leaves out: a card that was read by half is not known.
  const card = text.state === 'found' ? withWrittenFields(record.card, text.record.text) : undefined;
  return { ...lookup, record: { ...record, card } };
}

function onHub(lookup: Lookup): ModelRecord | undefined {
  return lookup.state === 'found' && lookup.record.hub === 'huggingface' ? lookup.record : undefined;
}

/** No audit takes minutes longer for facts on which no finding rests. */
function extra(options: LookupOptions): LookupOptions {
  return { ...options, isPatient: false };
}
