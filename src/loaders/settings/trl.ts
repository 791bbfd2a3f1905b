import { owned } from '../targets.ts';
import type { SettingsFormat } from './settings-format.ts';

/** Run with `trl sft --config settings.yaml`, and so are the recipes of the alignment handbook. */
export const format: SettingsFormat = {
  name: 'trl',
  file: /\.ya?ml$/,
  marks: ['dataset_name', 'dataset_mixer', 'dataset_mixture', 'datasets'].flatMap(data => [
    ['model_name_or_path', data, 'learning_rate'],
    ['model_name_or_path', data, 'per_device_train_batch_size'],
  ]),
  models: [
    { id: 'model_name_or_path', revision: 'model_revision', interpret: owned },
    { id: 'reward_model_path', interpret: owned },
    { id: 'reward_model_name_or_path', interpret: owned },
    { id: 'teacher_model_name_or_path', interpret: owned },
    { id: 'tokenizer_name_or_path', isTokenizer: true, interpret: owned },
  ],
  examples: [
    {
      file: 'cli_configs/sft.yaml',
      text: 'model_name_or_path:\n  org/model\ndataset_name:\n  org/data\nlearning_rate:\n  0.0001\n',
      finds: ['huggingface:org/model'],
    },
    {
      file: 'recipes/zephyr/dpo.yml',
      text: 'model_name_or_path: org/model\nmodel_revision: main\ndataset_mixer:\n  org/data: 1.0\nper_device_train_batch_size: 8\n',
      finds: ['huggingface:org/model'],
    },
    {
      file: 'sft.yaml',
      text: 'model_name_or_path: outputs/sft\ndataset_name: org/data\nlearning_rate: 1e-4\n',
      finds: [],
    },
    { file: 'eval.yaml', text: 'model_name_or_path: org/model\ndataset_name: org/data\n', finds: [] },
  ],
};
