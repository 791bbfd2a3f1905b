import { argument, flag, keyword, type Loader, type LoadingCall, property } from './loader.ts';
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
    // These add the engine's flags to a program's own.
    ...['EngineArgs.add_cli_args', 'AsyncEngineArgs.add_cli_args', 'make_arg_parser'].flatMap(
      (callee): LoadingCall[] => [
        { callee, id: flag('--model') },
        { callee, id: flag('--tokenizer'), additional: 'tokenizer' },
        { callee, id: flag('--speculative-model'), additional: 'model', interpret: owned },
      ],
    ),
    ...['EngineArgs', 'AsyncEngineArgs'].map(name => ({
      callee: `${name}.from_cli_args`,
      id: property(0, 'model'),
    })),
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
      code: 'import argparse\nfrom vllm import EngineArgs\nparser = EngineArgs.add_cli_args(argparse.ArgumentParser())\nparser.set_defaults(model="facebook/opt-125m")\nEngineArgs.from_cli_args(parser.parse_args())',
      finds: ['facebook/opt-125m'],
    },
    {
      code: 'import argparse\nfrom vllm import AsyncEngineArgs\nparser = argparse.ArgumentParser()\nparser.add_argument("--model", default="facebook/opt-125m")\nargs = parser.parse_args()\nAsyncEngineArgs.from_cli_args(args)',
      finds: ['facebook/opt-125m'],
    },
    {
      code: 'from vllm import LLM\nLLM(model="/models/opt", speculative_config={"model": "ngram"})\nLLM()',
      finds: [],
    },
  ],
};
