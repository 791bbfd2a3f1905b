import { type Loader, property } from './loader.ts';
import { ollama, served } from './targets.ts';

export const loader: Loader = {
  library: 'langchain.js',
  language: 'ecmascript',
  modules: ['@langchain/community', '@langchain/ollama', '@langchain/classic', 'langchain'],
  calls: [
    {
      callee: 'HuggingFaceTransformersEmbeddings',
      id: property(0, 'model', 'modelName'),
      revision: property(0, 'pretrainedOptions.revision'),
    },
    ...['HuggingFaceInference', 'HuggingFaceInferenceEmbeddings'].map(callee => ({
      callee,
      id: property(0, 'model', 'modelName'),
      interpret: served,
    })),
    ...['ChatOllama', 'Ollama', 'OllamaEmbeddings', 'OllamaFunctions'].map(callee => ({
      callee,
      id: property(0, 'model', 'modelName'),
      interpret: ollama,
    })),
  ],
  examples: [
    {
      code: "import { HuggingFaceTransformersEmbeddings } from '@langchain/community/embeddings/huggingface_transformers';\nnew HuggingFaceTransformersEmbeddings({ model: 'Xenova/all-MiniLM-L6-v2' });",
      finds: ['Xenova/all-MiniLM-L6-v2'],
    },
    {
      code: "import { HuggingFaceInference } from 'langchain/llms/hf';\nimport { ChatOllama, OllamaEmbeddings } from '@langchain/ollama';\nnew HuggingFaceInference({ modelName: 'gpt2' });\nconst llm = new ChatOllama({ model: 'llama3.2', temperature: 0 });\nnew OllamaEmbeddings({ model: 'mxbai-embed-large' });",
      finds: ['gpt2', 'llama3.2', 'mxbai-embed-large'],
    },
    {
      code: "import { ChatOllama } from '@langchain/ollama';\nimport { ChatOpenAI } from '@langchain/openai';\nnew ChatOllama({ temperature: 0 });\nnew ChatOpenAI({ model: 'gpt-4o' });",
      finds: [],
    },
  ],
};
