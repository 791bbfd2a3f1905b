import { isSameId } from '../naming/model-id.ts';
import { defineRule } from './rule.ts';
import { replaceId } from './support/edits.ts';
import { today } from './support/words.ts';

export const rule = defineRule({
  id: 'name-moved',
  severity: 'information',
  summary: 'The model goes by another name today.',
  rationale:
    'The hub redirects old names, but only until somebody registers the old name again: from then on the code loads what that person put there. Nobody can register a name without an owner any more, so such a name is only out of date. Write the name of today. Another spelling in capitals and small letters is the same name.',
  messages: {
    moved:
      "'{id}' is called '{current}'{today}, and the redirect ends if somebody registers the old name again.",
    bare: "'{id}' is called '{current}'{today}.",
  },
  examples: [
    {
      title: 'A name from before owners were required',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("bert-base-uncased")
#                                  ^^^^^^^^^^^^^^^^^ bare
`,
      models: { 'bert-base-uncased': { id: 'google-bert/bert-base-uncased' } },
    },
    {
      title: 'An owner of another name',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("ehartford/WizardLM-13B-Uncensored")
#                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ moved
`,
      models: {
        'ehartford/WizardLM-13B-Uncensored': { id: 'cognitivecomputations/WizardLM-13B-Uncensored' },
      },
    },
    {
      title: 'The same name in other letters',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("mistralai/mistral-7b-v0.1")
`,
      models: { 'mistralai/mistral-7b-v0.1': { id: 'mistralai/Mistral-7B-v0.1' } },
    },
    {
      title: 'The name of today',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("google-bert/bert-base-uncased")
`,
      models: { 'google-bert/bert-base-uncased': {} },
    },
  ],
  check({ reference, lookup }) {
    if (lookup.state !== 'found' || reference.id === undefined) return [];
    // A short name that the loading library itself completes is not an old one.
    if (lookup.movedFrom !== reference.id) return [];
    const current = lookup.record.id;
    if (isSameId(reference.id, current)) return [];
    const data = { id: reference.id, current, today: today(lookup.from, lookup.at) };
    const message = reference.id.includes('/') ? 'moved' : 'bare';
    return [{ message, data, fixes: replaceId(reference, current, true) }];
  },
});
