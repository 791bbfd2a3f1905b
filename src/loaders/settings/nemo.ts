import { owned } from '../targets.ts';
import type { SettingsFormat } from './settings-format.ts';

/** NeMo's training runs, which its own scripts are started with: the tokenizer of a library is loaded by its name. */
export const format: SettingsFormat = {
  name: 'nemo',
  marks: [['exp_manager', 'trainer', 'model.tokenizer.library']],
  models: [
    {
      id: 'model.tokenizer.type',
      when: { key: 'library', values: ['huggingface'] },
      interpret: owned,
    },
  ],
  examples: [
    {
      file: 'conf/training/gpt.yaml',
      text: 'trainer:\n  devices: 8\nexp_manager:\n  name: gpt\nmodel:\n  tokenizer:\n    library: huggingface\n    type: org/model\n',
      finds: ['huggingface:org/model'],
    },
    {
      file: 'conf/training/gpt.yaml',
      text: 'trainer:\n  devices: 8\nexp_manager:\n  name: gpt\nmodel:\n  tokenizer:\n    library: megatron\n    type: org/GPT2BPETokenizer\n',
      finds: [],
    },
    {
      file: 'config.yaml',
      text: 'model:\n  tokenizer:\n    library: huggingface\n    type: org/model\n',
      finds: [],
    },
  ],
};
