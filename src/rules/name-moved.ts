import { defineRule } from './rule.ts';
import { replaceId } from './support/edits.ts';

export const rule = defineRule({
  id: 'name-moved',
  severity: 'information',
  summary: 'The model goes by another name today.',
  rationale:
    'The hub redirects old names, but only until somebody registers the old name again: from then on the code loads what that person put there. Write the name of today.',
  messages: {
    moved:
      "'{id}' is called '{current}' today, and the redirect ends if somebody registers the old name again.",
  },
  examples: [
    {
      title: 'A name from before owners were required',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("bert-base-uncased")
#                                  ^^^^^^^^^^^^^^^^^ moved
`,
      models: { 'bert-base-uncased': { id: 'google-bert/bert-base-uncased' } },
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
    const fixes = replaceId(reference, current, true);
    return [{ message: 'moved', data: { id: reference.id, current }, fixes }];
  },
});
