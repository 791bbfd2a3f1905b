import { owned } from '../targets.ts';
import type { SettingsFormat } from './settings-format.ts';

/** LLM Foundry, and trainers built on it: `composer train.py settings.yaml`. */
export const format: SettingsFormat = {
  name: 'llm-foundry',
  marks: [
    ['max_seq_len', 'model.name', 'tokenizer.name'],
    ['max_seq_len', 'model.pretrained_model_name_or_path'],
    ['max_seq_len', 'model.name', 'variables.tokenizer_name'],
  ],
  models: [
    'model.pretrained_model_name_or_path',
    'model.tokenizer_name',
    'tokenizer.name',
    'tokenizer_name',
    'variables.tokenizer_name',
    'variables.*.model_config.pretrained_model_name_or_path',
  ].map(id => ({ id, interpret: owned })),
  examples: [
    {
      file: 'scripts/train/yamls/finetune/model.yaml',
      text: 'max_seq_len: 2048\nmodel:\n  name: hf_causal_lm\n  pretrained_model_name_or_path: org/model\ntokenizer:\n  name: org/tokenizer\n  kwargs: {}\n',
      finds: ['huggingface:org/model', 'huggingface:org/tokenizer'],
    },
    {
      file: 'ppo.yaml',
      text: 'max_seq_len: 2048\nvariables:\n  tokenizer_name: org/tokenizer\n  reference_model:\n    model_config:\n      pretrained_model_name_or_path: org/reference\nmodel:\n  name: hf_ppo_lm\n  pretrained_model_name_or_path: org/model\n',
      finds: ['huggingface:org/tokenizer', 'huggingface:org/reference', 'huggingface:org/model'],
    },
    { file: 'model.yaml', text: 'model:\n  name: org/model\ntokenizer:\n  name: org/tokenizer\n', finds: [] },
  ],
};
