import { identifyFact, severalLicenses } from '../license/identify-fact.ts';
import type { LicenseFact } from '../model/record.ts';
import { defineRule } from './rule.ts';
import { listed, plain, reportedBy, shownId } from './support/words.ts';

export const rule = defineRule({
  id: 'license-unknown',
  severity: 'information',
  summary: 'The model has a license that only a person can judge.',
  rationale:
    'Tags such as `other` or `unknown`, and names nobody has catalogued, say that there are terms but not which. Read the license at its link before you ship the model.',
  messages: {
    unknown: "'{id}' is under the license '{license}'{details}{reported}, which a person must read.",
    unnamed: "'{id}' is under a license of its own{reported}, which a person must read at {url}.",
    several: "Which license '{id}' is under a person must find out: {source} {licenses}.",
  },
  examples: [
    {
      title: 'A license of its own',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/big-model")
#                                  ^^^^^^^^^^^^^^^^^ unnamed
`,
      models: { 'someone/big-model': { license: 'other' } },
    },
    {
      title: 'A license nobody has catalogued',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/big-model")
#                                  ^^^^^^^^^^^^^^^^^ unknown
`,
      models: { 'someone/big-model': { license: 'someone-community-license' } },
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
    const record = lookup.state === 'found' ? lookup.record : undefined;
    const fact = record?.license;
    if (reference.id === undefined || record === undefined || fact === undefined || fact.id === '') return [];
    if (identifyFact(fact).kind !== 'unknown') return [];
    const id = shownId(reference);
    const several = severalLicenses(fact);
    if (several.length > 0) {
      const source = fact.source === 'localai' ? 'LocalAI reports' : 'its card names';
      return [{ message: 'several', data: { id, source, licenses: listed(several) } }];
    }
    const reported = reportedBy(fact);
    const details = detailsOf(fact);
    if (fact.id === 'other' && details === '') {
      return [{ message: 'unnamed', data: { id, reported, url: plain(record.url) } }];
    }
    return [{ message: 'unknown', data: { id, license: plain(fact.id), details, reported } }];
  },
});

/** ` (its-name, https://…)`, as far as the card says so. */
function detailsOf(fact: LicenseFact): string {
  const details = [fact.name, fact.link].filter(detail => detail !== undefined && detail !== '');
  return details.length === 0 ? '' : ` (${details.map(detail => plain(detail ?? '')).join(', ')})`;
}
