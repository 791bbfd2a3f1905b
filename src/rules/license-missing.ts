import { lineageOf } from '../judge/lineage.ts';
import { licenseOf } from '../license/catalogue.ts';
import { identifyFact } from '../license/identify-fact.ts';
import type { Background } from '../model/background.ts';
import { defaultEndpoint } from '../model/project.ts';
import { defineRule } from './rule.ts';
import { asOf, hubTitle, licenseTitle, plain, shownId } from './support/words.ts';

export const rule = defineRule({
  id: 'license-missing',
  severity: 'warning',
  summary: 'The model names no license.',
  rationale:
    'Without a license a publisher grants nothing: copying, changing and passing on stay theirs alone. Ask the publisher to name one, or choose a model that does. The rule speaks only where the hub itself was read. In tests, which nobody ships, it is a note.',
  messages: {
    missing: "'{id}' names no license on {hub}{since}, so nothing says what may be done with it{base}.",
  },
  examples: [
    {
      title: 'A card without a license',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/sentiment-model")
#                                  ^^^^^^^^^^^^^^^^^^^^^^^ missing
`,
      models: { 'someone/sentiment-model': { license: '' } },
    },
    {
      title: 'Nobody said anything about the license',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/sentiment-model")
`,
      models: { 'someone/sentiment-model': {} },
    },
  ],
  check({ reference, lookup, background, project }) {
    if (reference.id === undefined || lookup.state !== 'found') return [];
    const { license } = lookup.record;
    if (license?.id !== '' || license.source !== 'hub') return [];
    const since = asOf(lookup.from, lookup.at);
    // The facts that ship come from the public hub, whichever hub is asked.
    const endpoint = lookup.from === 'snapshot' ? defaultEndpoint : project.configuration.endpoint;
    const hub = hubTitle(lookup.record.hub, endpoint);
    const data = { id: shownId(reference), hub, since, base: baseWords(lookup.record.id, background) };
    return [{ message: 'missing', data, ...(reference.context === 'test' && { severity: 'information' }) }];
  },
});

/** What the model was made from may bind whoever uses it, whatever its own card leaves out. */
function baseWords(id: string, background: Background): string {
  const { binding } = lineageOf(id, false, background);
  const known = binding.find(({ fact }) => licenseOf(identifyFact(fact)) !== undefined);
  if (known === undefined) return '';
  return `; its base model '${plain(known.id)}' is under ${licenseTitle(known.fact)}`;
}
