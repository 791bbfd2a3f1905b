import { option, type Tool } from './tool.ts';

export const tool: Tool = {
  name: 'sglang.launch_server',
  starts: [
    ['python', '-m', 'sglang.launch_server'],
    ['python', '-m', 'sglang.bench_one_batch'],
    // What the one above was called before.
    ['python', '-m', 'sglang.bench_latency'],
    ['python', '-m', 'sglang.bench_offline_throughput'],
    ['sglang', 'serve'],
  ],
  image: /(^|\/)sglang(:|@|$)/,
  id: option('--model-path', '--model'),
  revision: option('--revision'),
  examples: [
    {
      command: 'python -m sglang.launch_server --model-path meta-llama/Llama-3.1-8B-Instruct --host 0.0.0.0',
      finds: ['huggingface:meta-llama/Llama-3.1-8B-Instruct'],
    },
  ],
};
