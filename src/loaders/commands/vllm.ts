import { option, type Tool, word } from './tool.ts';

const python = [
  'vllm.entrypoints.openai.api_server',
  'vllm.entrypoints.api_server',
  'vllm.entrypoints.openai.run_batch',
  // It serves vLLM's engine and takes its flags.
  'outlines.serve.serve',
];

export const tool: Tool = {
  name: 'vllm serve',
  starts: [
    ['vllm', 'serve'],
    ['vllm', 'chat'],
    ['vllm', 'complete'],
    ['vllm', 'run-batch'],
    ['vllm', 'bench', 'latency'],
    ['vllm', 'bench', 'throughput'],
    ...python.map(module => ['python', '-m', module]),
  ],
  image: /(^|\/)vllm[\w-]*openai(:|@|$)/,
  id: word(0, '--model', '--model-name-or-path'),
  revision: option('--revision'),
  elsewhere: { variable: 'VLLM_USE_MODELSCOPE', hub: 'modelscope' },
  switches: ['--trust-remote-code', '--enforce-eager', '--enable-prefix-caching', '--enable-lora', '--help'],
  examples: [
    {
      command: 'export VLLM_USE_MODELSCOPE=true\nvllm serve Qwen/Qwen2.5-7B-Instruct',
      finds: ['modelscope:Qwen/Qwen2.5-7B-Instruct'],
    },
    {
      command: 'VLLM_USE_MODELSCOPE=False vllm serve Qwen/Qwen2.5-7B-Instruct',
      finds: ['huggingface:Qwen/Qwen2.5-7B-Instruct'],
    },
    {
      command: 'vllm serve Qwen/Qwen2.5-7B-Instruct --port 8000',
      finds: ['huggingface:Qwen/Qwen2.5-7B-Instruct'],
    },
    {
      command:
        'CUDA_VISIBLE_DEVICES=0 python3 -u -m vllm.entrypoints.openai.api_server --model=facebook/opt-125m &',
      finds: ['huggingface:facebook/opt-125m'],
    },
    {
      command: 'docker run --gpus all -p 8000:8000 vllm/vllm-openai:latest --model mistralai/Mistral-7B-v0.1',
      finds: ['huggingface:mistralai/Mistral-7B-v0.1'],
    },
    {
      command: 'python3 -m outlines.serve.serve --model=google/gemma-2b-it --max-model-len 4096',
      finds: ['huggingface:google/gemma-2b-it'],
    },
    { command: 'vllm serve /models/mine', finds: [] },
  ],
};
