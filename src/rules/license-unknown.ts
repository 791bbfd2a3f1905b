import { identifyLicense } from '../license/identify.ts';
import type { LicenseFact } from '../model/record.ts';
import { defineRule } from './rule.ts';
import { plain, reportedBy } from './support/words.ts';

export const rule = defineRule({
  id: 'license-unknown',
  severity: 'information',
  summary: 'The model has a license that only a person can judge.',
  rationale:
    'Tags such as `other` or `unknown`, and names nobody has catalogued, say that there are terms but not which. Read the license at its link before you ship the model.',
  messages: {
    unknown: "'{id}' is under the license '{license}'{details}{reported}, which a person must read.",
  },
  examples: [
    {
      title: 'A license of its own',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/big-model")
#                                  ^^^^^^^^^^^^^^^^^ unknown
`,
      models: { 'someone/big-model': { license: 'other' } },
    },
    {
      title: 'A known license',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("google-bert/bert-base-uncased")
`,
      models: { 'google-bert/bert-base-uncased': { license: 'apache-2.0' } },
    },
  ],
  check({ reference, lookup }) {
    const fact = lookup.state === 'found' ? lookup.record.license : undefined;
    if (reference.id === undefined || fact === undefined || fact.id === '') return [];
    if (identifyLicense(fact.id).kind !== 'unknown') return [];
    return [
      {
        message: 'unknown',
        data: {
          id: reference.id,
          license: plain(fact.id),
          details: detailsOf(fact),
          reported: reportedBy(fact),
        },
      },
    ];
  },
});

/** ` (its-name, https://…)`, as far as the card says so. */
function detailsOf(fact: LicenseFact): string {
  const details = [fact.name, fact.link].filter(detail => detail !== undefined && detail !== '');
  return details.length === 0 ? '' : ` (${details.map(detail => plain(detail ?? '')).join(', ')})`;
}
