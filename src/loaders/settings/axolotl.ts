import { owned } from '../targets.ts';
import type { SettingsFormat } from './settings-format.ts';

/** Trained with `axolotl train config.yml`. */
export const format: SettingsFormat = {
  name: 'axolotl',
  marks: [
    ['base_model', 'datasets', 'micro_batch_size'],
    ['base_model', 'datasets', 'sequence_len'],
  ],
  models: [
    { id: 'base_model', revision: 'revision_of_model', interpret: owned },
    { id: 'base_model_config', interpret: owned },
    { id: 'tokenizer_config', interpret: owned },
  ],
  examples: [
    {
      file: 'examples/lora.yml',
      text: 'base_model: org/model\nrevision_of_model: v2\ndatasets:\n  - path: org/data\n    type: alpaca\nmicro_batch_size: 2\nsequence_len: 4096\n',
      finds: ['huggingface:org/model'],
    },
    { file: 'config.yml', text: 'base_model: org/model\nnotes: nothing that tells a tool\n', finds: [] },
  ],
};
