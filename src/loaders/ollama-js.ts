import { type Loader, property } from './loader.ts';
import { ollama } from './targets.ts';

export const loader: Loader = {
  library: 'ollama-js',
  language: 'ecmascript',
  modules: ['ollama'],
  calls: [
    ...['chat', 'generate', 'embed', 'embeddings', 'pull'].map(callee => ({
      callee,
      isMethod: true,
      id: property(0, 'model'),
      interpret: ollama,
    })),
    // `model` is the name of the one that is made.
    { callee: 'create', isMethod: true, id: property(0, 'from'), interpret: ollama },
  ],
  examples: [
    {
      code: "import ollama from 'ollama';\nawait ollama.chat({ model: 'llama3.1', messages: [] });",
      finds: ['llama3.1'],
    },
    {
      code: "import { Ollama } from 'ollama/browser';\nconst client = new Ollama({ host });\nconst model = 'deepseek-r1:1.5b';\nclient.pull({ model });\nclient.create({ model: 'mario', from: 'gemma3' });",
      finds: ['deepseek-r1:1.5b', 'gemma3'],
    },
    {
      code: "import ollama from 'ollama';\nollama.list();\nollama.generate({ model: 'kimi-k2:1t-cloud', prompt });",
      finds: [],
    },
  ],
};
