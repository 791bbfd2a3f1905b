import { argument, keyword, type Loader, type LoadingCall } from './loader.ts';

const options = { trustRemoteCode: keyword('trust_remote_code') };

/** The LLM API of TensorRT-LLM: https://nvidia.github.io/TensorRT-LLM/llm-api/ */
export const loader: Loader = {
  library: 'tensorrt_llm',
  language: 'python',
  modules: ['tensorrt_llm'],
  calls: ['LLM', 'MultimodalEncoder'].flatMap((callee): LoadingCall[] => [
    { callee, id: argument(0, 'model'), revision: keyword('revision'), options },
    {
      callee,
      id: keyword('tokenizer'),
      revision: keyword('tokenizer_revision'),
      additional: 'tokenizer',
      options,
    },
  ]),
  examples: [
    {
      code: 'from tensorrt_llm import LLM, SamplingParams\nllm = LLM(model="TinyLlama/TinyLlama-1.1B-Chat-v1.0", tokenizer="hf-internal-testing/llama-tokenizer")\nllm.generate(["Hello"], SamplingParams(top_p=0.95))',
      finds: ['TinyLlama/TinyLlama-1.1B-Chat-v1.0', 'hf-internal-testing/llama-tokenizer'],
    },
    {
      code: 'from tensorrt_llm._tensorrt_engine import LLM\nLLM("Qwen/Qwen3-8B", revision="main")',
      finds: ['Qwen/Qwen3-8B'],
    },
    { code: 'from tensorrt_llm import LLM\nLLM(model="./engine")', finds: [] },
  ],
};
