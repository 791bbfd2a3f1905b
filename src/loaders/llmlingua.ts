import { argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'llmlingua',
  language: 'python',
  modules: ['llmlingua'],
  calls: [{ callee: 'PromptCompressor', id: argument(0, 'model_name') }],
  examples: [
    {
      code: 'from llmlingua import PromptCompressor\nPromptCompressor("microsoft/phi-2")\nPromptCompressor(model_name="org/compressor", use_llmlingua2=True)\nPromptCompressor()',
      finds: ['microsoft/phi-2', 'org/compressor'],
    },
  ],
};
