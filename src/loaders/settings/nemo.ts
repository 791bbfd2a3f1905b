import { owned } from '../targets.ts';
import type { SettingsFormat } from './settings-format.ts';

/** NeMo's training runs, which its own scripts are started with: what comes from the Hub is loaded by its name. */
export const format: SettingsFormat = {
  name: 'nemo',
  marks: [
    ['exp_manager', 'trainer', 'model.tokenizer.library'],
    // What its launcher prepares data with.
    ['tokenizer_library', 'tokenizer_type', 'preprocess_data'],
  ],
  models: [
    {
      id: 'model.tokenizer.type',
      when: { key: 'library', values: ['huggingface'] },
      interpret: owned,
    },
    {
      id: 'model.mm_cfg.vision_encoder.from_pretrained',
      when: { key: 'from_hf', values: ['true'] },
      interpret: owned,
    },
    {
      id: 'tokenizer_type',
      when: { key: 'tokenizer_library', values: ['huggingface'] },
      isTokenizer: true,
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
      file: 'conf/training/neva.yaml',
      text: 'trainer:\n  devices: 8\nexp_manager:\n  name: neva\nmodel:\n  tokenizer:\n    library: sentencepiece\n  mm_cfg:\n    vision_encoder:\n      from_pretrained: org/vision\n      from_hf: true\n',
      finds: ['huggingface:org/vision'],
    },
    {
      file: 'conf/training/neva.yaml',
      text: 'trainer:\n  devices: 8\nexp_manager:\n  name: neva\nmodel:\n  tokenizer:\n    library: sentencepiece\n  mm_cfg:\n    vision_encoder:\n      from_pretrained: org/vision\n      from_hf: false\n',
      finds: [],
    },
    {
      file: 'config.yaml',
      text: 'model:\n  tokenizer:\n    library: huggingface\n    type: org/model\n',
      finds: [],
    },
    {
      file: 'conf/data_preparation/pile.yaml',
      text: 'dataset: pile\npreprocess_data: True\ntokenizer_library: "huggingface"\ntokenizer_type: org/model\n',
      finds: ['huggingface:org/model'],
    },
    {
      file: 'conf/data_preparation/pile.yaml',
      text: 'dataset: pile\npreprocess_data: True\ntokenizer_library: megatron\ntokenizer_type: org/GPT2BPETokenizer\n',
      finds: [],
    },
  ],
};
