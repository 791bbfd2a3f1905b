import { defineRule } from './rule.ts';
import { conflictsOf, conflictVerdict, judged } from './support/judged.ts';

export const rule = defineRule({
  id: 'license-noncommercial',
  severity: 'error',
  summary: "The model's license permits no commercial use, or research only.",
  rationale: `Some publishers keep commercial use for themselves or permit nothing but research. Choose another model, or ask the publisher for other terms. The license of a model it was made from binds as well.

It is an error where the configuration's \`use\` names \`commercial\`. With \`research\` alone the rule is silent, and so it is in a project whose own license forbids commercial use. In between it is a warning with its condition: whoever takes the project may use it commercially, and with \`internal\` a company's use in its own house counts as commercial by some licenses, such as those of Stability AI and Black Forest Labs.`,
  messages: { purpose: '{sentence}.' },
  examples: [
    {
      title: 'A model for non-commercial use in a commercial project',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("facebook/nllb-200-distilled-600M")
#                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ purpose
`,
      models: { 'facebook/nllb-200-distilled-600M': { license: 'cc-by-nc-4.0' } },
      project: { license: 'MIT', use: ['commercial'] },
    },
    {
      title: 'Made from a model for research only',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/fine-tune")
#                                  ^^^^^^^^^^^^^^^^^ purpose
`,
      models: {
        'someone/fine-tune': { license: '', baseModels: [{ id: 'apple/base', relation: 'finetune' }] },
        'apple/base': { license: 'apple-amlr' },
      },
      project: { license: 'MIT', use: ['commercial', 'hosted'] },
    },
    {
      title: 'In the house, which some licenses count as commercial',
      code: `from diffusers import FluxPipeline
pipeline = FluxPipeline.from_pretrained("black-forest-labs/FLUX.1-dev")
#                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ purpose
`,
      models: { 'black-forest-labs/FLUX.1-dev': { license: 'flux-1-dev-non-commercial-license' } },
      project: { license: 'MIT', use: ['internal'] },
    },
    {
      title: 'Research',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("facebook/nllb-200-distilled-600M")
`,
      models: { 'facebook/nllb-200-distilled-600M': { license: 'cc-by-nc-4.0' } },
      project: { license: 'MIT', use: ['research'] },
    },
  ],
  check(context) {
    const found = judged(context);
    if (found === undefined) return [];
    return conflictVerdict('purpose', conflictsOf(found, ['purpose'], context), found, context);
  },
});
