import { datasetRisks } from '../judge/datasets.ts';
import { defineRule } from './rule.ts';
import { judged } from './support/judged.ts';
import { listed, plain, shownId } from './support/words.ts';

const shownRisks = 3;

export const rule = defineRule({
  id: 'license-dataset',
  severity: 'information',
  summary: 'The model was trained on data whose license forbids commercial use or derivatives.',
  rationale: `Whether a model is a derivative of the data it was trained on is settled nowhere, so this is a risk to weigh and no conflict. Ask the publisher of the model, or choose a model trained on other data, where the risk is too great.

The rule speaks once for each model and file. Data sets that forbid commercial use are left out in research, and in projects whose own license forbids it.`,
  messages: { risk: "'{id}' names training data that may bind it: {risks}{more}." },
  isOncePerFile: true,
  examples: [
    {
      title: 'Data for non-commercial use',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/model")
#                                  ^^^^^^^^^^^^^ risk
`,
      models: { 'someone/model': { license: 'mit', datasets: ['someone/data'] } },
      datasets: { 'someone/data': 'cc-by-nc-4.0' },
      project: { license: 'MIT', use: ['commercial'] },
    },
    {
      title: 'Data that permit everything, and data nobody knows',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/model")
`,
      models: { 'someone/model': { license: 'mit', datasets: ['someone/data', 'someone/other-data'] } },
      datasets: { 'someone/data': 'cc-by-4.0' },
    },
  ],
  check(context) {
    const found = judged(context);
    if (found === undefined || context.reference.context === 'test') return [];
    const risks = datasetRisks(context.background, found.situation);
    if (risks.length === 0) return [];
    const shown = risks
      .slice(0, shownRisks)
      .map(({ record, license, words }) => `'${plain(record.id)}' under ${plain(license)}, ${listed(words)}`);
    const more = risks.length > shownRisks ? `; and ${risks.length - shownRisks} more data sets` : '';
    return [{ message: 'risk', data: { id: shownId(context.reference), risks: shown.join('; '), more } }];
  },
});
