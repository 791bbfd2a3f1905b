import { argument, keyword, type Loader } from './loader.ts';
import { owned } from './targets.ts';

const classes = [
  'TextEmbedding',
  'SparseTextEmbedding',
  'SparseEmbedding',
  'ImageEmbedding',
  'LateInteractionTextEmbedding',
  'LateInteractionMultimodalEmbedding',
  'TextCrossEncoder',
  // What texts were embedded with before.
  'FlagEmbedding',
  'DefaultEmbedding',
];

/** For some models the library fetches a copy in ONNX from another repository; the name stays the model's own. */
export const loader: Loader = {
  library: 'fastembed',
  language: 'python',
  modules: ['fastembed'],
  calls: classes.map(callee => ({
    callee,
    id: argument(0, 'model_name'),
    options: { localFilesOnly: keyword('local_files_only') },
    unless: { argument: keyword('specific_model_path') },
    interpret: owned,
  })),
  examples: [
    {
      code: 'from fastembed.embedding import FlagEmbedding as Embedding\nEmbedding(model_name="BAAI/bge-base-en", max_length=512)',
      finds: ['BAAI/bge-base-en'],
    },
    {
      code: 'from fastembed import TextEmbedding\nTextEmbedding(model_name="BAAI/bge-small-en-v1.5")',
      finds: ['BAAI/bge-small-en-v1.5'],
    },
    {
      code: 'from fastembed.rerank.cross_encoder import TextCrossEncoder\nTextCrossEncoder("Xenova/ms-marco-MiniLM-L-6-v2")',
      finds: ['Xenova/ms-marco-MiniLM-L-6-v2'],
    },
    {
      code: 'from fastembed import TextEmbedding\nTextEmbedding()\nTextEmbedding("BAAI/bge-small-en-v1.5", specific_model_path="./bge")',
      finds: [],
    },
  ],
};
