import type { Drift } from '../judge/drift.ts';
import { reachesNobody } from '../judge/situation.ts';
import type { Fix } from '../model/finding.ts';
import type { LicenseFact } from '../model/record.ts';
import { missingFrom } from '../notice/covers.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { creditFixes } from './support/credit-fix.ts';
import { type Judged, judged } from './support/judged.ts';
import { licenseTitle, listed, plain, shownId } from './support/words.ts';

const shownClauses = 3;

export const rule = defineRule({
  id: 'license-drift',
  severity: 'warning',
  summary: 'The model claims more freedom than the model it was made from gives.',
  rationale: `A fine-tune, an adapter, a merge or a quantized copy cannot shed the terms of what it was made from: its own tag only adds to them. Go by the base model's license, and tell the publisher of the copy. Research only is stricter than no commerce or no production, and neither of those stands for the other. Publishers may put their own work under other terms, so that models of the same owner are not compared; nor are licenses whose text nobody has read.

Where a clause of the base model rules the project's use out for certain, \`license-conflict\` or \`license-noncommercial\` says so in place of this rule. The quick fix writes what the base model's license wants to see, such as “Built with Llama”, into NOTICE.`,
  messages: {
    drift:
      "'{id}' is tagged {own}, but its base model '{base}' is under {license}, whose terms go with it: {lost}.",
  },
  examples: [
    {
      title: 'A fine-tune under a freer license than its base',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/chat-model")
#                                  ^^^^^^^^^^^^^^^^^^ drift
`,
      models: {
        'someone/chat-model': {
          license: 'apache-2.0',
          baseModels: [{ id: 'meta-llama/Llama-2-7b-hf', relation: 'finetune' }],
        },
        'meta-llama/Llama-2-7b-hf': { license: 'llama2' },
      },
    },
    {
      title: 'The same license as its base',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/chat-model")
`,
      models: {
        'someone/chat-model': {
          license: 'llama2',
          baseModels: [{ id: 'meta-llama/Llama-2-7b-hf', relation: 'finetune' }],
        },
        'meta-llama/Llama-2-7b-hf': { license: 'llama2' },
      },
    },
    {
      title: 'The same publisher',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("lab/small")
`,
      models: {
        'lab/small': { license: 'mit', baseModels: [{ id: 'lab/large', relation: 'finetune' }] },
        'lab/large': { license: 'cc-by-nc-4.0' },
      },
    },
  ],
  check(context) {
    const found = judged(context);
    const own = found?.record.license;
    const [first] = found === undefined ? [] : untold(found);
    if (found === undefined || own === undefined || first === undefined) return [];
    const { base, lost } = first;
    const isTest = context.reference.context === 'test';
    const words = lost.map(clause =>
      clause.at === undefined ? clause.words : `${clause.words} (${clause.at})`,
    );
    const data = {
      id: shownId(context.reference),
      own: licenseTitle(own),
      base: plain(base.id),
      license: licenseTitle(base.fact),
      lost: listed([...new Set(words)].slice(0, shownClauses)),
    };
    return [
      {
        message: 'drift',
        data,
        fixes: isTest ? [] : fixesFor(found, base.fact, context),
        ...(isTest && { severity: 'information' }),
      },
    ];
  },
});

/** No tag is for the project to mend, but what the base model's license wants to see in a notice it can show. */
function fixesFor({ record, situation }: Judged, base: LicenseFact, context: RuleContext): readonly Fix[] {
  const { notice } = context.project;
  if (reachesNobody(situation) || missingFrom(notice?.text, record.id, base, situation.acts).length === 0)
    return [];
  return creditFixes(record, context, false);
}

/** Those of which no certain conflict tells. */
function untold({ drifts, statements }: Judged): readonly Drift[] {
  const told = statements
    .filter(
      ({ kind, certainty, chain }) => kind === 'conflict' && certainty === 'certain' && chain.length > 1,
    )
    .map(({ chain }) => chain.at(-1));
  return drifts.filter(({ base }) => !told.includes(base.id));
}
