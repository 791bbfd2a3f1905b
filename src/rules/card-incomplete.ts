import { completenessOf, isIncomplete } from '../card/completeness.ts';
import type { ModelRecord } from '../model/record.ts';
import { defineRule } from './rule.ts';
import { listed, shownId } from './support/words.ts';

export const rule = defineRule({
  id: 'card-incomplete',
  severity: 'information',
  summary: "The model's card leaves out what is needed to judge the model.",
  rationale:
    'Data sets, language, task and evaluation tell whether a model fits a purpose and whose data it carries. The rule counts the fields of the card, those its text fills under headings among them, and speaks when at least three important ones are missing. It is silent where the text could not be read. Quantized copies and adapters are left alone: their base model documents them.',
  messages: {
    incomplete:
      "The card of '{id}' leaves out {missing}; of the {total} fields that count here it fills {documented}.",
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
          task: 'fill-mask',
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
      title: 'An adapter',
      code: `from peft import PeftModel
model = PeftModel.from_pretrained(base, "someone/my-adapter")
`,
      models: {
        'someone/my-adapter': {
          library: 'peft',
          card: {
            hasLicense: false,
            hasDatasets: false,
            hasLanguage: false,
            hasTask: false,
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
    if (card === undefined || !isIncomplete(card)) return [];
    const data = {
      id: shownId(reference),
      documented: listed(card.documented) || 'none',
      total: card.total,
      missing: listed(card.missing),
    };
    return [{ message: 'incomplete', data }];
  },
});

function isCopy({ baseModels = [], library }: ModelRecord): boolean {
  return (
    library === 'peft' ||
    baseModels.some(({ relation }) => relation === 'quantized' || relation === 'adapter')
  );
}
