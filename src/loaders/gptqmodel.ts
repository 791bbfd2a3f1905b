import { argument, keyword, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'gptqmodel',
  language: 'python',
  modules: ['gptqmodel'],
  calls: [
    {
      callee: 'GPTQModel.load',
      id: argument(0, 'model_id_or_path'),
      options: { trustRemoteCode: keyword('trust_remote_code') },
    },
  ],
  examples: [
    {
      code: 'from gptqmodel import GPTQModel\nGPTQModel.load("meta-llama/Llama-3.2-1B-Instruct", config)',
      finds: ['meta-llama/Llama-3.2-1B-Instruct'],
    },
    { code: 'from gptqmodel import GPTQModel\nGPTQModel.load("/models/quantized")', finds: [] },
  ],
};
