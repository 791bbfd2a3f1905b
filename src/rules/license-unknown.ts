import { licenseOf } from '../license/catalogue.ts';
import { identifyFact, severalLicenses } from '../license/identify-fact.ts';
import type { License } from '../license/types.ts';
import type { LicenseFact } from '../model/record.ts';
import { reportedBy, reporterOf } from '../model/reporter.ts';
import { defineRule, type RuleContext, type RuleVerdict } from './rule.ts';
import { judged } from './support/judged.ts';
import { licenseTitle, listed, plain, shownId } from './support/words.ts';

export const rule = defineRule({
  id: 'license-unknown',
  severity: 'information',
  summary: 'The model has a license that only a person can judge.',
  rationale:
    'Tags such as `other` or `unknown`, and names nobody has catalogued, say that there are terms but not which. Read the license at its link before you ship the model.',
  messages: {
    unknown: "'{id}' is under the license '{license}'{details}{reported}, which a person must read.",
    unnamed: "'{id}' is under a license of its own{reported}, which a person must read at {url}.",
    unread:
      "'{id}' is under {license}, whose whole text could not be read for this program: a person must read it{url}.",
    undecided: "Whether '{id}' fits the project is not known: {why}.",
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
      title: 'A pair that no table decides',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/model")
#                                  ^^^^^^^^^^^^^ undecided
`,
      models: { 'someone/model': { license: 'ms-pl' } },
      project: { license: 'MIT', use: ['distributed'] },
    },
    {
      title: 'A known license',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("google-bert/bert-base-uncased")
`,
      models: { 'google-bert/bert-base-uncased': { license: 'apache-2.0' } },
    },
  ],
  check(context) {
    const { reference, lookup } = context;
    const record = lookup.state === 'found' ? lookup.record : undefined;
    const fact = record?.license;
    if (reference.id === undefined || record === undefined || fact === undefined || fact.id === '') return [];
    const id = shownId(reference);
    const identity = identifyFact(fact);
    if (identity.kind !== 'unknown') return aboutKnown(id, fact, licenseOf(identity), context);
    const several = severalLicenses(fact);
    if (several.length > 0) {
      const reporter = reporterOf(fact);
      const source = reporter === undefined ? 'its card names' : `${reporter} reports`;
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

/** A license that can be told, and yet not judged. */
function aboutKnown(
  id: string,
  fact: LicenseFact,
  license: License | undefined,
  context: RuleContext,
): readonly RuleVerdict<'unread' | 'undecided'>[] {
  if (license?.source === 'unread' || license?.source === 'excerpt') {
    const url = license.link === undefined ? '' : ` at ${license.link}`;
    return [{ message: 'unread', data: { id, license: licenseTitle(fact), url } }];
  }
  const [strongest] = judged(context)?.statements ?? [];
  const isOpen = strongest?.kind === 'unknown' && strongest.topic === 'project-license';
  // Without a license of the project there is nothing to fit, and the report says so once.
  if (!isOpen || context.project.license === undefined) return [];
  return [{ message: 'undecided', data: { id, why: strongest.reason } }];
}

/** ` (its-name, https://…)`, as far as the card says so. */
function detailsOf(fact: LicenseFact): string {
  const details = [fact.name, fact.link].filter(detail => detail !== undefined && detail !== '');
  return details.length === 0 ? '' : ` (${details.map(detail => plain(detail ?? '')).join(', ')})`;
}
