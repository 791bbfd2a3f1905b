import { type Loader, property } from './loader.ts';
import { ollama, served } from './targets.ts';

export const loader: Loader = {
  library: 'llamaindex.ts',
  language: 'ecmascript',
  modules: ['@llamaindex/huggingface', '@llamaindex/ollama', 'llamaindex'],
  calls: [
    { callee: 'HuggingFaceEmbedding', id: property(0, 'modelType') },
    ...['HuggingFaceLLM', 'huggingface'].map(callee => ({ callee, id: property(0, 'modelName') })),
    ...['HuggingFaceInferenceAPI', 'HuggingFaceInferenceAPIEmbedding'].map(callee => ({
      callee,
      id: property(0, 'model'),
      interpret: served,
    })),
    ...['Ollama', 'OllamaEmbedding', 'ollama'].map(callee => ({
      callee,
      id: property(0, 'model'),
      interpret: ollama,
    })),
  ],
  examples: [
    {
      code: "import { HuggingFaceEmbedding, HuggingFaceLLM } from '@llamaindex/huggingface';\nnew HuggingFaceEmbedding({ modelType: 'BAAI/bge-small-en-v1.5' });\nnew HuggingFaceLLM({ modelName: 'stabilityai/stablelm-tuned-alpha-3b' });",
      finds: ['BAAI/bge-small-en-v1.5', 'stabilityai/stablelm-tuned-alpha-3b'],
    },
    {
      code: "import { Ollama, ollama } from '@llamaindex/ollama';\nimport { Settings } from 'llamaindex';\nSettings.llm = ollama({ model: 'mixtral:8x7b' });\nnew Ollama({ model: 'llama3.1' });",
      finds: ['mixtral:8x7b', 'llama3.1'],
    },
    {
      code: "import { OpenAI } from '@llamaindex/openai';\nimport { Ollama } from '@llamaindex/ollama';\nnew OpenAI({ model: 'gpt-4o' });\nnew Ollama({ model: config.model });",
      finds: [],
    },
  ],
};
