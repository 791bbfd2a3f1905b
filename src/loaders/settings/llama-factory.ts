import { owned } from '../targets.ts';
import type { SettingsFormat } from './settings-format.ts';

/** Run with `llamafactory-cli train settings.yaml`. */
export const format: SettingsFormat = {
  name: 'llama-factory',
  marks: [
    ['model_name_or_path', 'stage', 'finetuning_type'],
    ['model_name_or_path', 'template', 'infer_backend'],
    ['model_name_or_path', 'template', 'export_dir'],
  ],
  models: [
    { id: 'model_name_or_path', revision: 'model_revision', interpret: owned },
    { id: 'adapter_name_or_path', interpret: owned },
    { id: 'reward_model', interpret: owned },
    { id: 'ref_model', interpret: owned },
  ],
  examples: [
    {
      file: 'examples/train_lora/sft.yaml',
      text: '### model\nmodel_name_or_path: org/model\nstage: sft\nfinetuning_type: lora\ndataset: identity\noutput_dir: saves/sft\n',
      finds: ['huggingface:org/model'],
    },
    {
      file: 'merge.yaml',
      text: 'model_name_or_path: org/model\nadapter_name_or_path: saves/lora/sft\ntemplate: llama3\nexport_dir: out\n',
      finds: ['huggingface:org/model'],
    },
    { file: 'sft.yaml', text: 'model_name_or_path: org/model\nstage: sft\n', finds: [] },
  ],
};
