import { defineRule } from './rule.ts';
import { conflictsOf, conflictVerdict, judged } from './support/judged.ts';

export const rule = defineRule({
  id: 'license-conflict',
  severity: 'error',
  summary: "The model's license does not fit the project's license, or forbids what the project does.",
  rationale: `A license can ask for what the project's own license does not give: that the whole be under the same license. It can forbid to hand the model on, or what was made of it. Choose another model, put the project under a license that fits, or ask the publisher for other terms. The licenses of the models it was made from bind as well, whatever its own tag says.

An error is certain: the configuration's \`use\` or the code itself says that it happens. What depends on something the audit cannot see is a warning that says what it depends on; so is a copyleft model in a project that goes out, as \`use\` says, without a license that the audit knows. Where only changed parts of a model are meant, or only a third party reports the license, it is information.

Pairs of classic licenses follow the license compatibility matrix of OSADL. What a license forbids to use a model for is told by \`license-noncommercial\`.`,
  messages: { conflict: '{sentence}.' },
  examples: [
    {
      title: 'A copyleft model in a permissive project that is distributed',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/gpl-model")
#                                  ^^^^^^^^^^^^^^^^^ conflict
`,
      models: { 'someone/gpl-model': { license: 'gpl-3.0' } },
      project: { license: 'MIT', use: ['distributed'] },
    },
    {
      title: 'The license of a base model',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/fine-tune")
#                                  ^^^^^^^^^^^^^^^^^ conflict
`,
      models: {
        'someone/fine-tune': { license: 'mit', baseModels: [{ id: 'others/base', relation: 'finetune' }] },
        'others/base': { license: 'agpl-3.0' },
      },
      project: { license: 'MIT', use: ['hosted'] },
    },
    {
      title: 'A model that must not be changed, trained further and pushed',
      code: `from transformers import AutoModelForCausalLM, Trainer
model = AutoModelForCausalLM.from_pretrained("someone/no-derivatives")
#                                             ^^^^^^^^^^^^^^^^^^^^^^ conflict
trainer = Trainer(model=model)
trainer.train()
trainer.push_to_hub()
`,
      models: { 'someone/no-derivatives': { license: 'cc-by-nd-4.0' } },
      project: { license: 'MIT' },
    },
    {
      title: 'A copyleft model in a project that names no license',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/agpl-model")
#                                  ^^^^^^^^^^^^^^^^^^ conflict
`,
      models: { 'someone/agpl-model': { license: 'agpl-3.0' } },
      project: { use: ['hosted'] },
    },
    {
      title: 'A permissive model fits a permissive project',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("google-bert/bert-base-uncased")
`,
      models: { 'google-bert/bert-base-uncased': { license: 'apache-2.0' } },
      project: { license: 'MIT', use: ['distributed'] },
    },
    {
      title: 'A copyleft model in a project that stays in the house',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/gpl-model")
`,
      models: { 'someone/gpl-model': { license: 'gpl-3.0' } },
      project: { license: 'MIT', use: ['internal'] },
    },
  ],
  check(context) {
    const found = judged(context);
    if (found === undefined) return [];
    const conflicts = conflictsOf(found, ['project-license', 'sharing'], context);
    return conflictVerdict('conflict', conflicts, found, context);
  },
});
