import { argument, type Loader, type LoadingCall } from './loader.ts';
import { ollama } from './targets.ts';

const shared: Omit<LoadingCall, 'callee'> = { id: argument(0), interpret: ollama };
const methods = ['chat', 'completion', 'embedding', 'embeddingModel', 'languageModel', 'textEmbeddingModel'];

export const loader: Loader = {
  library: 'ollama-ai-provider',
  language: 'ecmascript',
  modules: ['ollama-ai-provider', 'ollama-ai-provider-v2', 'ai-sdk-ollama'],
  calls: [
    { ...shared, callee: 'ollama' },
    ...methods.map(callee => ({ ...shared, callee, isMethod: true })),
    { ...shared, callee: 'createOllama.*', isMethod: true },
  ],
  examples: [
    {
      code: "import { ollama } from 'ollama-ai-provider';\nollama('phi3');\nollama.embedding('nomic-embed-text');",
      finds: ['phi3', 'nomic-embed-text'],
    },
    {
      code: "import { createOllama } from 'ollama-ai-provider-v2';\nconst local = createOllama({ baseURL: 'http://localhost:11434/api' });\nlocal('qwen2.5:7b');",
      finds: ['qwen2.5:7b'],
    },
    { code: "import { createOllama } from 'ai-sdk-ollama';\ncreateOllama({ baseURL });", finds: [] },
  ],
};
