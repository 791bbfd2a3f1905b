import { argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'BCEmbedding',
  language: 'python',
  modules: ['BCEmbedding'],
  calls: ['EmbeddingModel', 'RerankerModel'].map(callee => ({
    callee,
    id: argument(0, 'model_name_or_path'),
  })),
  examples: [
    {
      code: 'from BCEmbedding import EmbeddingModel\nEmbeddingModel(model_name_or_path="maidalun1020/bce-embedding-base_v1")',
      finds: ['maidalun1020/bce-embedding-base_v1'],
    },
    { code: 'from BCEmbedding import RerankerModel\nRerankerModel("/models/bce")', finds: [] },
  ],
};
