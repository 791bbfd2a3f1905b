import { argument, type Loader, type LoadingCall } from './loader.ts';
import { served } from './targets.ts';

const shared: Omit<LoadingCall, 'callee'> = { id: argument(0), interpret: served };

/** The provider is a function of the model's id; one that `createHuggingFace` makes works the same. */
export const loader: Loader = {
  library: '@ai-sdk/huggingface',
  language: 'ecmascript',
  modules: ['@ai-sdk/huggingface'],
  calls: [
    ...['huggingFace', 'huggingface'].map(callee => ({ ...shared, callee })),
    ...['responses', 'languageModel'].map(callee => ({ ...shared, callee, isMethod: true })),
    { ...shared, callee: 'createHuggingFace.*', isMethod: true },
  ],
  examples: [
    {
      code: "import { huggingface } from '@ai-sdk/huggingface';\nimport { generateText } from 'ai';\ngenerateText({ model: huggingface('deepseek-ai/DeepSeek-V3-0324'), prompt });",
      finds: ['deepseek-ai/DeepSeek-V3-0324'],
    },
    {
      code: "import { createHuggingFace } from '@ai-sdk/huggingface';\nconst hf = createHuggingFace({ apiKey });\nhf('moonshotai/Kimi-K2-Instruct');\nhf.responses('Qwen/Qwen3-32B');",
      finds: ['moonshotai/Kimi-K2-Instruct', 'Qwen/Qwen3-32B'],
    },
    {
      code: "import { openai } from '@ai-sdk/openai';\nimport { createHuggingFace } from '@ai-sdk/huggingface';\ncreateHuggingFace({ apiKey: 'gpt2' });\nopenai('gpt-4o');",
      finds: [],
    },
  ],
};
