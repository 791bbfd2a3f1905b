import { argument, type Loader, type LoadingCall } from './loader.ts';
import { withNamespace } from './sentence-transformers.ts';

export const loader: Loader = {
  library: 'pymilvus',
  language: 'python',
  modules: ['pymilvus', 'milvus_model'],
  calls: [
    {
      callee: 'SentenceTransformerEmbeddingFunction',
      id: argument(0, 'model_name'),
      interpret: withNamespace,
    },
    ...[
      'BGEM3EmbeddingFunction',
      'InstructorEmbeddingFunction',
      'SpladeEmbeddingFunction',
      'MGTEEmbeddingFunction',
      'BGERerankFunction',
      'CrossEncoderRerankFunction',
    ].map((callee): LoadingCall => ({ callee, id: argument(0, 'model_name') })),
  ],
  examples: [
    {
      code: 'from pymilvus import model\nmodel.sparse.SpladeEmbeddingFunction(model_name="naver/splade-cocondenser-selfdistil", device="cpu")',
      finds: ['naver/splade-cocondenser-selfdistil'],
    },
    {
      code: 'from pymilvus.model.hybrid import BGEM3EmbeddingFunction\nfrom pymilvus.model.dense import OpenAIEmbeddingFunction\nBGEM3EmbeddingFunction(model_name="BAAI/bge-m3", use_fp16=False)\nOpenAIEmbeddingFunction(model_name="text-embedding-3-large")',
      finds: ['BAAI/bge-m3'],
    },
  ],
};
