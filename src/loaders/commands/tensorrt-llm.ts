import { option, type Tool, word } from './tool.ts';

/** Its servers name the model as a word, its benchmarks and evaluations by a flag. */
export const tool: Tool = {
  name: 'trtllm',
  starts: [
    ['trtllm-serve', 'serve'],
    ['trtllm-serve', 'mm_embedding_serve'],
    ['trtllm-serve', 'disaggregated'],
    ['trtllm-serve'],
    ['trtllm-bench'],
    ['trtllm-eval'],
  ],
  id: word(0, '--model', '-m'),
  revision: option('--revision'),
  switches: ['--trust_remote_code', '--help'],
  examples: [
    {
      command: 'trtllm-serve TinyLlama/TinyLlama-1.1B-Chat-v1.0 --port 8000',
      finds: ['huggingface:TinyLlama/TinyLlama-1.1B-Chat-v1.0'],
    },
    {
      command: 'trtllm-serve serve Qwen/Qwen3-8B --backend pytorch',
      finds: ['huggingface:Qwen/Qwen3-8B'],
    },
    {
      command: 'trtllm-bench --model meta-llama/Llama-3.1-8B throughput --dataset requests.jsonl',
      finds: ['huggingface:meta-llama/Llama-3.1-8B'],
    },
    { command: 'trtllm-eval --model Qwen/Qwen3-8B gsm8k', finds: ['huggingface:Qwen/Qwen3-8B'] },
    { command: 'trtllm-serve ./engine', finds: [] },
  ],
};
