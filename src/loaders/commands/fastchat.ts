import { ownedOrRoot } from '../targets.ts';
import { option, type Tool } from './tool.ts';

const modules = [
  'serve.cli',
  'serve.dashinfer_worker',
  'serve.exllama_worker',
  'serve.huggingface_api',
  'serve.lightllm_worker',
  'serve.mlx_worker',
  'serve.model_worker',
  'serve.sglang_worker',
  'serve.vllm_worker',
  'llm_judge.gen_model_answer',
];

/** FastChat's programs that answer with a model. */
export const tool: Tool = {
  name: 'fastchat',
  starts: modules.map(module => ['python', '-m', `fastchat.${module}`]),
  id: option('--model-path', '--model'),
  revision: option('--revision'),
  switches: ['--load-8bit', '--cpu-offloading', '--no-register', '--debug', '--multiline', '--mouse'],
  interpret: ownedOrRoot,
  examples: [
    {
      command: 'python3 -m fastchat.serve.cli --model-path lmsys/vicuna-7b-v1.5 --load-8bit',
      finds: ['huggingface:lmsys/vicuna-7b-v1.5'],
    },
    {
      command:
        'CUDA_VISIBLE_DEVICES=0 python -m fastchat.serve.vllm_worker --model-path org/model --port 31000',
      finds: ['huggingface:org/model'],
    },
    { command: 'python3 -m fastchat.serve.controller', finds: [] },
    { command: 'python3 -m fastchat.serve.model_worker --model-path ./vicuna', finds: [] },
  ],
};
