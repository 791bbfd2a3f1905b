import { completenessOf } from '../card/completeness.ts';
import type { ModelRecord } from '../model/record.ts';
import { defineRule } from './rule.ts';

/** One or two gaps are the rule on the hub, not the exception. */
const fewestGaps = 3;

export const rule = defineRule({
  id: 'card-incomplete',
  severity: 'information',
  summary: "The model's card leaves out what is needed to judge the model.",
  rationale:
    'Data sets, language, task and evaluation tell whether a model fits a purpose and whose data it carries. The rule counts the fields of the card and speaks when at least three important ones are missing. Quantized copies and adapters are left alone: their base model documents them.',
  messages: {
    incomplete: "The card of '{id}' documents {documented} of {total} fields and leaves out {missing}.",
  },
  examples: [
    {
      title: 'A card that says next to nothing',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/my-model")
#                                  ^^^^^^^^^^^^^^^^ incomplete
`,
      models: {
        'someone/my-model': {
          card: {
            hasLicense: true,
            hasDatasets: false,
            hasLanguage: false,
            hasTask: true,
            hasLibrary: true,
            hasBaseModel: false,
            hasEvaluation: false,
            hasPaper: false,
          },
        },
      },
    },
    {
      title: 'A card nobody read',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/my-model")
`,
      models: { 'someone/my-model': {} },
    },
  ],
  check({ reference, lookup }) {
    if (reference.id === undefined || lookup.state !== 'found' || isCopy(lookup.record)) return [];
    const card = completenessOf(lookup);
    if (card === undefined || card.missingImportant.length < fewestGaps) return [];
    const data = {
      id: reference.id,
      documented: card.documented.length,
      total: card.total,
      missing: card.missing.join(', '),
    };
    return [{ message: 'incomplete', data }];
  },
});

function isCopy(record: ModelRecord): boolean {
  return (record.baseModels ?? []).some(base => base.relation === 'quantized' || base.relation === 'adapter');
}
