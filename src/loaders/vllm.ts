import { argument, keyword, type Loader, type LoadingCall } from './loader.ts';
import { owned } from './targets.ts';

const engine: Omit<LoadingCall, 'callee'> = {
  id: argument(0, 'model'),
  revision: keyword('revision'),
  options: { trustRemoteCode: keyword('trust_remote_code') },
};
const tokenizer: Omit<LoadingCall, 'callee'> = {
  id: keyword('tokenizer'),
  revision: keyword('tokenizer_revision'),
  additional: 'tokenizer',
};
const draft: Omit<LoadingCall, 'callee'> = {
  id: keyword('speculative_config.model', 'speculative_model'),
  revision: keyword('speculative_config.revision'),
  additional: 'model',
  interpret: owned,
};

export const loader: Loader = {
  library: 'vllm',
  language: 'python',
  modules: ['vllm'],
  calls: [
    ...['LLM', 'EngineArgs', 'AsyncEngineArgs'].flatMap(callee => [
      { ...engine, callee },
      { ...tokenizer, callee },
      { ...draft, callee },
    ]),
    {
      callee: 'get_tokenizer',
      id: argument(0, 'tokenizer_name'),
      revision: keyword('tokenizer_revision', 'revision'),
      options: { trustRemoteCode: keyword('trust_remote_code') },
    },
    { callee: 'LoRARequest', id: argument(2, 'lora_path', 'lora_local_path'), interpret: owned },
  ],
  examples: [
    {
      code: 'from vllm import LLM\nllm = LLM(model="facebook/opt-125m", tokenizer="facebook/opt-350m")',
      finds: ['facebook/opt-125m', 'facebook/opt-350m'],
    },
    {
      code: 'from vllm import AsyncEngineArgs, AsyncLLMEngine\nNAME = "mistralai/Mistral-7B-v0.1"\nAsyncLLMEngine.from_engine_args(AsyncEngineArgs(model=NAME, tokenizer=NAME))',
      finds: ['mistralai/Mistral-7B-v0.1'],
    },
    {
      code: 'from vllm import LLM\nfrom vllm.lora.request import LoRARequest\nLLM("facebook/opt-6.7b", speculative_config={"model": "facebook/opt-125m", "num_speculative_tokens": 5})\nLoRARequest("sql", 1, "yard1/llama-2-7b-sql-lora-test")',
      finds: ['facebook/opt-6.7b', 'facebook/opt-125m', 'yard1/llama-2-7b-sql-lora-test'],
    },
    {
      code: 'from vllm.transformers_utils.tokenizer import get_tokenizer\nget_tokenizer("facebook/opt-13b", trust_remote_code=False)',
      finds: ['facebook/opt-13b'],
    },
    {
      code: 'from vllm import LLM\nLLM(model="/models/opt", speculative_config={"model": "ngram"})\nLLM()',
      finds: [],
    },
  ],
};
