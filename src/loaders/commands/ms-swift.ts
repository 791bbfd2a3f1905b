import { modelScope } from '../targets.ts';
import { option, type Tool } from './tool.ts';

const commands = [
  'sft',
  'pt',
  'rlhf',
  'infer',
  'deploy',
  'rollout',
  'app',
  'web-ui',
  'eval',
  'export',
  'sample',
];

/** Models come from ModelScope unless the run is told otherwise. */
export const tool: Tool = {
  name: 'swift',
  starts: commands.map(command => ['swift', command]),
  id: option('--model', '--model_id_or_path'),
  revision: option('--model_revision'),
  unless: { option: option('--use_hf'), values: ['true', 'True', '1'] },
  hub: 'modelscope',
  interpret: modelScope,
  examples: [
    {
      command:
        'CUDA_VISIBLE_DEVICES=0 swift sft --model Qwen/Qwen2.5-7B-Instruct --train_type lora --dataset org/data',
      finds: ['modelscope:Qwen/Qwen2.5-7B-Instruct'],
    },
    {
      command: 'swift infer --model_type qwen-7b-chat --model_id_or_path qwen/Qwen-7B-Chat',
      finds: ['modelscope:qwen/Qwen-7B-Chat'],
    },
    { command: 'swift infer --adapters output/vx-xxx/checkpoint-xxx', finds: [] },
    { command: 'swift build --product App', finds: [] },
  ],
};
