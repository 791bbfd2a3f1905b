import { argument, huggingFace, keyword, type Loader, type LoadingCall, type Target } from './loader.ts';
import { isRootId } from './root-ids.ts';

const shared: Omit<LoadingCall, 'callee'> = {
  id: argument(0, 'model_name_or_path', 'model_name'),
  revision: keyword('revision'),
  options: { trustRemoteCode: keyword('trust_remote_code'), localFilesOnly: keyword('local_files_only') },
  interpret: withNamespace,
};

export const loader: Loader = {
  library: 'sentence-transformers',
  language: 'python',
  modules: ['sentence_transformers'],
  calls: [
    { ...shared, callee: 'SentenceTransformer' },
    { ...shared, callee: 'SparseEncoder' },
    { ...shared, callee: 'CrossEncoder', interpret: huggingFace },
    // Early versions had a class for each architecture.
    ...[
      'Transformer',
      'BERT',
      'RoBERTa',
      'DistilBERT',
      'ALBERT',
      'XLMRoBERTa',
      'XLNet',
      'T5',
      'CamemBERT',
    ].map(name => ({ ...shared, callee: `models.${name}`, interpret: huggingFace })),
    ...['CLIPModel', 'MLMTransformer'].map(name => ({
      ...shared,
      callee: `models.${name}`,
      interpret: huggingFace,
    })),
    ...Object.entries({
      'StaticEmbedding.from_model2vec': 'model_id_or_path',
      'StaticEmbedding.from_distillation': 'model_name',
      'SparseStaticEmbedding.from_json': 'json_path',
    }).map(([callee, name]) => ({ ...shared, callee, id: argument(0, name), interpret: huggingFace })),
  ],
  examples: [
    {
      code: 'from sentence_transformers import SentenceTransformer\nSentenceTransformer("all-MiniLM-L6-v2")',
      finds: ['all-MiniLM-L6-v2'],
    },
    {
      code: 'from sentence_transformers.cross_encoder import CrossEncoder\nCrossEncoder("cross-encoder/ms-marco-MiniLM-L-6-v2")',
      finds: ['cross-encoder/ms-marco-MiniLM-L-6-v2'],
    },
    {
      code: 'from sentence_transformers.models import StaticEmbedding\nStaticEmbedding.from_model2vec("minishlab/potion-base-8M")',
      finds: ['minishlab/potion-base-8M'],
    },
    {
      code: 'from sentence_transformers import SentenceTransformer\nSentenceTransformer("/models/minilm")',
      finds: [],
    },
  ],
};

/** What the library asks the hub for: a bare name that is no root id means a model of its own organisation. */
export function withNamespace(id: string): Target | undefined {
  const isBare = !id.includes('/') && !isRootId(id);
  return huggingFace(isBare ? `sentence-transformers/${id}` : id);
}
