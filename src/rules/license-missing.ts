import { defineRule } from './rule.ts';
import { asOf, hubTitle } from './support/words.ts';

export const rule = defineRule({
  id: 'license-missing',
  severity: 'warning',
  summary: 'The model names no license.',
  rationale:
    'Without a license a publisher grants nothing: copying, changing and passing on stay theirs alone. Ask the publisher to name one, or choose a model that does. The rule speaks only where the hub itself was read.',
  messages: {
    missing: "'{id}' names no license on {hub}{since}, so nothing says what may be done with it.",
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
  check({ reference, lookup, project }) {
    if (reference.id === undefined || lookup.state !== 'found') return [];
    const { license } = lookup.record;
    if (license?.id !== '' || license.source !== 'hub') return [];
    const since = asOf(lookup.from, lookup.at);
    return [
      {
        message: 'missing',
        data: { id: reference.id, hub: hubTitle(reference.hub, project.configuration.endpoint), since },
      },
    ];
  },
});
