import { argument, keyword, type Loader } from './loader.ts';
import { withNamespace } from './sentence-transformers.ts';
import { ollama } from './targets.ts';

export const loader: Loader = {
  library: 'chromadb',
  language: 'python',
  modules: ['chromadb'],
  calls: [
    {
      callee: 'SentenceTransformerEmbeddingFunction',
      id: argument(0, 'model_name'),
      interpret: withNamespace,
    },
    { callee: 'InstructorEmbeddingFunction', id: argument(0, 'model_name') },
    { callee: 'HuggingFaceEmbeddingFunction', id: argument(1, 'model_name'), interpret: withNamespace },
    { callee: 'HuggingFaceSparseEmbeddingFunction', id: argument(0, 'model_name') },
    { callee: 'FastembedSparseEmbeddingFunction', id: argument(0, 'model_name') },
    { callee: 'OllamaEmbeddingFunction', id: keyword('model_name'), interpret: ollama },
  ],
  examples: [
    {
      code: 'from chromadb.utils import embedding_functions\nembedding_functions.SentenceTransformerEmbeddingFunction(model_name="all-mpnet-base-v2")\nembedding_functions.HuggingFaceEmbeddingFunction(api_key="x", model_name="sentence-transformers/all-MiniLM-L6-v2")',
      finds: ['all-mpnet-base-v2', 'sentence-transformers/all-MiniLM-L6-v2'],
    },
    {
      code: 'from chromadb.utils.embedding_functions import OpenAIEmbeddingFunction, OllamaEmbeddingFunction\nOpenAIEmbeddingFunction(model_name="text-embedding-3-small")\nOllamaEmbeddingFunction(url="http://localhost:11434", model_name="nomic-embed-text")',
      finds: ['nomic-embed-text'],
    },
  ],
};
