import { argument, keyword, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'nnsight',
  language: 'python',
  modules: ['nnsight'],
  calls: ['LanguageModel', 'DiffusionModel', 'VLLM'].map(callee => ({
    callee,
    id: argument(0),
    revision: keyword('revision'),
  })),
  examples: [
    {
      code: 'from nnsight import LanguageModel\nLanguageModel("openai-community/gpt2", device_map="auto")',
      finds: ['openai-community/gpt2'],
    },
    { code: 'from nnsight import NNsight\nNNsight(model)', finds: [] },
  ],
};
