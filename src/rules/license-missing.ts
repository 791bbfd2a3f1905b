import { licenseOf } from '../license/catalogue.ts';
import { identifyFact } from '../license/identify-fact.ts';
import { defaultEndpoint } from '../model/project.ts';
import type { ModelRecord } from '../model/record.ts';
import { isSameId } from '../naming/model-id.ts';
import { defineRule, type KnownModels } from './rule.ts';
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
  check({ reference, lookup, project, known }) {
    if (reference.id === undefined || lookup.state !== 'found') return [];
    const { license } = lookup.record;
    if (license?.id !== '' || license.source !== 'hub') return [];
    const since = asOf(lookup.from, lookup.at);
    // The facts that ship come from the public hub, whichever hub is asked.
    const endpoint = lookup.from === 'snapshot' ? defaultEndpoint : project.configuration.endpoint;
    const hub = hubTitle(lookup.record.hub, endpoint);
    const data = { id: shownId(reference), hub, since, base: baseWords(lookup.record, known) };
    return [{ message: 'missing', data, ...(reference.context === 'test' && { severity: 'information' }) }];
  },
});

/** What the model was made from may bind whoever uses it, whatever its own card leaves out. */
function baseWords({ id, baseModels = [] }: ModelRecord, known: KnownModels): string {
  const bases = baseModels.filter(base => !isSameId(base.id, id));
  const words = bases.flatMap(base => {
    const license = known.license(base.id);
    const isKnown = license !== undefined && licenseOf(identifyFact(license)) !== undefined;
    return isKnown ? `'${plain(base.id)}' is under ${licenseTitle(license)}` : [];
  });
  return words.length === 0 ? '' : `; its base model ${words[0]}`;
}
