import { owned } from '../targets.ts';
import type { SettingsFormat } from './settings-format.ts';

/** LAVIS, and what was made from it (MiniGPT-4, InstructBLIP, VPGTrans): the model class reads its language model here. */
export const format: SettingsFormat = {
  name: 'lavis',
  marks: [
    ['preprocess', 'model.arch'],
    ['run', 'model.arch', 'datasets'],
  ],
  models: ['llm_model', 'opt_model', 't5_model', 'llama_model', 'bert_model'].map(key => ({
    id: `model.${key}`,
    interpret: owned,
  })),
  examples: [
    {
      file: 'configs/models/blip2/caption.yaml',
      text: 'model:\n  arch: caption_t5\n  num_query_token: 32\n  t5_model: "org/model"\npreprocess:\n  vis_processor: {}\n',
      finds: ['huggingface:org/model'],
    },
    {
      file: 'eval.yaml',
      text: 'model:\n  arch: mini\n  llama_model: /path/to/vicuna\ndatasets: {}\nrun:\n  task: pretrain\n',
      finds: [],
    },
    { file: 'config.yaml', text: 'model:\n  arch: resnet\n  opt_model: org/model\n', finds: [] },
  ],
};
