import { ownedOrRoot } from '../targets.ts';
import type { SettingsFormat } from './settings-format.ts';

const marks = [
  ['max_seq_len', 'model.name', 'tokenizer.name'],
  ['max_seq_len', 'model.pretrained_model_name_or_path'],
  ['max_seq_len', 'model.name', 'variables.tokenizer_name'],
];

const models = [
  'model.pretrained_model_name_or_path',
  'model.tokenizer_name',
  'tokenizer.name',
  'tokenizer_name',
  'variables.tokenizer_name',
  'variables.model_name',
  'variables.model_name_or_path',
  'variables.*.model_config.pretrained_model_name_or_path',
];

/** LLM Foundry, and trainers built on it: `composer train.py settings.yaml`, or `parameters` in the settings of a run. */
export const format: SettingsFormat = {
  name: 'llm-foundry',
  marks: [...marks, ...marks.map(keys => ['compute', ...keys.map(key => `parameters.${key}`)])],
  models: models.flatMap(id => [id, `parameters.${id}`].map(path => ({ id: path, interpret: ownedOrRoot }))),
  examples: [
    {
      file: 'scripts/train/yamls/finetune/model.yaml',
      text: 'max_seq_len: 2048\nmodel:\n  name: hf_causal_lm\n  pretrained_model_name_or_path: gpt2\ntokenizer:\n  name: org/tokenizer\n  kwargs: {}\n',
      finds: ['huggingface:gpt2', 'huggingface:org/tokenizer'],
    },
    {
      file: 'ppo.yaml',
      text: 'max_seq_len: 2048\nvariables:\n  tokenizer_name: org/tokenizer\n  reference_model:\n    model_config:\n      pretrained_model_name_or_path: org/reference\nmodel:\n  name: hf_ppo_lm\n  pretrained_model_name_or_path: org/model\n',
      finds: ['huggingface:org/tokenizer', 'huggingface:org/reference', 'huggingface:org/model'],
    },
    {
      file: 'mcli/run.yaml',
      text: 'name: run\ncompute:\n  gpus: 8\nparameters:\n  max_seq_len: 2048\n  model:\n    name: mpt_causal_lm\n  tokenizer:\n    name: org/tokenizer\n',
      finds: ['huggingface:org/tokenizer'],
    },
    { file: 'model.yaml', text: 'model:\n  name: org/model\ntokenizer:\n  name: org/tokenizer\n', finds: [] },
  ],
};
