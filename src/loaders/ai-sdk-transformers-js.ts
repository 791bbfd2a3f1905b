import { argument, type Loader, type LoadingCall } from './loader.ts';

const shared: Omit<LoadingCall, 'callee'> = { id: argument(0) };

/** Providers for the AI SDK that run transformers.js in the browser. */
export const loader: Loader = {
  library: '@browser-ai/transformers-js',
  language: 'ecmascript',
  modules: ['@browser-ai/transformers-js', '@built-in-ai/transformers-js'],
  calls: [
    { ...shared, callee: 'transformersJS' },
    ...['embedding', 'embeddingModel', 'languageModel', 'textEmbedding', 'transcription'].map(callee => ({
      ...shared,
      callee: `transformersJS.${callee}`,
    })),
  ],
  examples: [
    {
      code: "import { transformersJS } from '@browser-ai/transformers-js';\ntransformersJS('org/chat', { device: 'webgpu' });\ntransformersJS.embedding('org/embedder');",
      finds: ['org/chat', 'org/embedder'],
    },
    {
      code: "import { doesBrowserSupportTransformersJS } from '@built-in-ai/transformers-js';\ndoesBrowserSupportTransformersJS('org/none');",
      finds: [],
    },
  ],
};
