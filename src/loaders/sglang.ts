import { argument, flag, keyword, type Loader, type LoadingCall, property } from './loader.ts';

const engine: Omit<LoadingCall, 'callee'> = {
  id: keyword('model_path'),
  revision: keyword('revision'),
  options: { trustRemoteCode: keyword('trust_remote_code') },
};

export const loader: Loader = {
  library: 'sglang',
  language: 'python',
  modules: ['sglang'],
  calls: [
    { ...engine, callee: 'ServerArgs', id: argument(0, 'model_path') },
    ...['Engine', 'Runtime'].map(callee => ({ ...engine, callee })),
    ...['Engine', 'Runtime', 'ServerArgs'].flatMap((callee): LoadingCall[] => [
      { callee, id: keyword('tokenizer_path'), additional: 'tokenizer' },
      {
        callee,
        id: keyword('speculative_draft_model_path'),
        revision: keyword('speculative_draft_model_revision'),
        additional: 'model',
      },
    ]),
    // Adds the server's flags to a program's own.
    { callee: 'ServerArgs.add_cli_args', id: flag('--model-path', '--model') },
    { callee: 'ServerArgs.add_cli_args', id: flag('--tokenizer-path'), additional: 'tokenizer' },
    {
      callee: 'ServerArgs.add_cli_args',
      id: flag('--speculative-draft-model-path'),
      additional: 'model',
    },
    { callee: 'ServerArgs.from_cli_args', id: property(0, 'model_path') },
    {
      callee: 'get_tokenizer',
      id: argument(0, 'tokenizer_name'),
      revision: keyword('tokenizer_revision', 'revision'),
      options: { trustRemoteCode: keyword('trust_remote_code') },
    },
  ],
  examples: [
    {
      code: 'from sglang.srt.hf_transformers_utils import get_tokenizer\nget_tokenizer("lmsys/vicuna-7b-v1.5")',
      finds: ['lmsys/vicuna-7b-v1.5'],
    },
    {
      code: 'import sglang as sgl\nllm = sgl.Engine(model_path="meta-llama/Meta-Llama-3.1-8B-Instruct")',
      finds: ['meta-llama/Meta-Llama-3.1-8B-Instruct'],
    },
    {
      code: 'from sglang import Runtime\nRuntime(model_path="liuhaotian/llava-v1.5-7b", tokenizer_path="llava-hf/llava-1.5-7b-hf")',
      finds: ['liuhaotian/llava-v1.5-7b', 'llava-hf/llava-1.5-7b-hf'],
    },
    {
      code: 'import argparse\nfrom sglang.srt.server_args import ServerArgs\nparser = argparse.ArgumentParser()\nServerArgs.add_cli_args(parser)\nparser.set_defaults(model_path="lmsys/vicuna-7b-v1.5", note="org/note")',
      finds: ['lmsys/vicuna-7b-v1.5'],
    },
    {
      code: 'import sglang as sgl\nsgl.Engine(model_path="./checkpoints/last")\nsgl.OpenAI("gpt-3.5-turbo")',
      finds: [],
    },
  ],
};
