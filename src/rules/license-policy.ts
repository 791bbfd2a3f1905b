import { lineageOf } from '../judge/lineage.ts';
import { identifyFact } from '../license/identify-fact.ts';
import { isBoundToListed, isListed } from '../license/license-list.ts';
import type { LicenseFact } from '../model/record.ts';
import { reporterOf } from '../model/reporter.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { subjectOf } from './support/judged.ts';

export const rule = defineRule({
  id: 'license-policy',
  severity: 'error',
  summary: "The project's own list of licenses rules the model out.",
  rationale: `\`allowLicenses\` and \`denyLicenses\` in the configuration say which licenses your organisation takes. An entry is an SPDX id, an id of the hub, or several of them joined by \`OR\`, which count one by one; \`AND\` is refused. A model under "A or B" is fine where one of them is. The licenses of the models it was made from count as well.

Models that name no license, or one nobody can tell, are told by \`license-missing\` and \`license-unknown\`; raise those rules to \`error\` where your policy asks for certainty.`,
  messages: {
    denied: '{subject}, which the configuration denies.',
    notAllowed: '{subject}, which is not among the licenses the configuration allows.',
  },
  examples: [
    {
      title: 'A denied license',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/agpl-model")
#                                  ^^^^^^^^^^^^^^^^^^ denied
`,
      models: { 'someone/agpl-model': { license: 'agpl-3.0' } },
      project: { denyLicenses: ['AGPL-3.0'] },
    },
    {
      title: 'A license that is not allowed',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/rail-model")
#                                  ^^^^^^^^^^^^^^^^^^ notAllowed
`,
      models: { 'someone/rail-model': { license: 'openrail++' } },
      project: { allowLicenses: ['MIT OR Apache-2.0', 'llama3.1'] },
    },
    {
      title: 'An allowed license, and one that nobody can tell',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/model")
other = AutoModel.from_pretrained("someone/other-model")
`,
      models: { 'someone/model': { license: 'apache-2.0' }, 'someone/other-model': { license: 'other' } },
      project: { allowLicenses: ['Apache-2.0'], denyLicenses: ['gpl-3.0'] },
    },
  ],
  check(context) {
    const { reference, lookup, project } = context;
    const { allowLicenses, denyLicenses } = project.configuration;
    const isSilent = allowLicenses.length === 0 && denyLicenses.length === 0;
    if (isSilent || reference.id === undefined || lookup.state !== 'found') return [];
    for (const bound of licensesOf(context)) {
      const message = ruling(bound.fact, allowLicenses, denyLicenses);
      if (message === undefined) continue;
      const severity = reporterOf(bound.fact) === undefined ? {} : { severity: 'information' as const };
      return [{ message, data: { subject: subjectOf(bound, lookup.record, context) }, ...severity }];
    }
    return [];
  },
});

interface Bound {
  readonly fact: LicenseFact;
  readonly chain: readonly string[];
}

/** The model's own license, and those of what it was made from. */
function licensesOf({ lookup, background }: RuleContext): readonly Bound[] {
  if (lookup.state !== 'found') return [];
  const { id, license } = lookup.record;
  const own = license === undefined || license.id === '' ? [] : [{ fact: license, chain: [id] }];
  return [...own, ...lineageOf(id, own.length > 0, background).binding];
}

function ruling(
  fact: LicenseFact,
  allowed: readonly string[],
  denied: readonly string[],
): 'denied' | 'notAllowed' | undefined {
  const identity = identifyFact(fact);
  if (isBoundToListed(identity, denied)) return 'denied';
  return allowed.length > 0 && isListed(identity, allowed) === false ? 'notAllowed' : undefined;
}
