import { judge, type Verdict } from '../license/compatibility.ts';
import { identifyFact } from '../license/identify-fact.ts';
import type { Severity } from '../model/finding.ts';
import type { LicenseFact } from '../model/record.ts';
import { defineRule } from './rule.ts';
import { licenseTitle, reportedBy, shownId } from './support/words.ts';

export const rule = defineRule({
  id: 'license-conflict',
  severity: 'error',
  summary: "The model's license does not allow what the project does with it.",
  rationale: `A license can ask for what the project's own license or use does not give: that the whole be under the same license, or that nobody earn money with it. Choose another model, change how it is used, or ask the publisher for other terms.

A conflict that depends on something the audit cannot see is a warning. A license that only a third party reports is information.`,
  messages: {
    conflict: "'{id}' is under {license}{reported}, which conflicts with the project: {reason}.",
  },
  examples: [
    {
      title: 'A model for non-commercial use in a commercial project',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("facebook/nllb-200-distilled-600M")
#                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ conflict
`,
      models: { 'facebook/nllb-200-distilled-600M': { license: 'cc-by-nc-4.0' } },
      project: { license: 'MIT', use: ['commercial'] },
    },
    {
      title: 'A permissive model fits a permissive project',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("google-bert/bert-base-uncased")
`,
      models: { 'google-bert/bert-base-uncased': { license: 'apache-2.0' } },
      project: { license: 'MIT', use: ['distributed'] },
    },
  ],
  check({ reference, lookup, project }) {
    const fact = lookup.state === 'found' ? lookup.record.license : undefined;
    if (reference.id === undefined || fact === undefined || fact.id === '') return [];
    if (project.license === undefined) return [];
    const { expression, source } = project.license;
    const verdict = judge(identifyFact(fact), expression, project.use);
    if (verdict.kind !== 'conflict') return [];
    return [
      {
        message: 'conflict',
        data: {
          id: shownId(reference),
          license: licenseTitle(fact),
          reported: reportedBy(fact),
          reason: verdict.reason,
        },
        severity: severityOf(fact, verdict),
        related: source ? [{ message: `The project is under ${expression}.`, range: source }] : [],
      },
    ];
  },
});

function severityOf(fact: LicenseFact, verdict: Extract<Verdict, { kind: 'conflict' }>): Severity {
  if (fact.source === 'localai') return 'information';
  return verdict.certainty === 'certain' ? 'error' : 'warning';
}
