import { argument, keyword, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'lmppl',
  language: 'python',
  modules: ['lmppl'],
  calls: ['LM', 'EncoderDecoderLM', 'MaskedLM'].map(callee => ({
    callee,
    id: argument(0, 'model'),
    options: { trustRemoteCode: keyword('trust_remote_code') },
  })),
  examples: [
    {
      code: 'import lmppl\nlmppl.LM("openai-community/gpt2-xl")\nlmppl.EncoderDecoderLM("google/flan-t5-small")\nlmppl.MaskedLM(model="microsoft/deberta-v3-small")',
      finds: ['openai-community/gpt2-xl', 'google/flan-t5-small', 'microsoft/deberta-v3-small'],
    },
    { code: 'import lmppl\nlmppl.OpenAI(OPENAI_API_KEY, model="davinci")', finds: [] },
  ],
};
