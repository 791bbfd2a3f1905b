import { argument, huggingFace, keyword, type Loader, type LoadingCall, type Target } from './loader.ts';

const shared: Omit<LoadingCall, 'callee'> = {
  id: argument(0, 'model_name_or_path', 'model_name'),
  revision: keyword('revision'),
  options: { trustRemoteCode: keyword('trust_remote_code'), localFilesOnly: keyword('local_files_only') },
  interpret: withNamespace,
};

/**
 * The bare names that stand at the hub's root, without an owner; the library asks for these as they are. Every other bare
 * name means a model of the organisation `sentence-transformers`. Source: sentence-transformers 6.2.0.
 */
const rootNames: ReadonlySet<string> = new Set(
  `albert-base-v1 albert-base-v2 albert-large-v1 albert-large-v2 albert-xlarge-v1 albert-xlarge-v2 albert-xxlarge-v1
  albert-xxlarge-v2 bert-base-cased bert-base-cased-finetuned-mrpc bert-base-chinese bert-base-german-cased
  bert-base-german-dbmdz-cased bert-base-german-dbmdz-uncased bert-base-multilingual-cased
  bert-base-multilingual-uncased bert-base-uncased bert-large-cased bert-large-cased-whole-word-masking
  bert-large-cased-whole-word-masking-finetuned-squad bert-large-uncased bert-large-uncased-whole-word-masking
  bert-large-uncased-whole-word-masking-finetuned-squad camembert-base ctrl distilbert-base-cased
  distilbert-base-cased-distilled-squad distilbert-base-german-cased distilbert-base-multilingual-cased
  distilbert-base-uncased distilbert-base-uncased-distilled-squad distilbert-base-uncased-finetuned-sst-2-english
  distilgpt2 distilroberta-base gpt2 gpt2-large gpt2-medium gpt2-xl openai-gpt roberta-base
  roberta-base-openai-detector roberta-large roberta-large-mnli roberta-large-openai-detector t5-11b t5-3b t5-base
  t5-large t5-small transfo-xl-wt103 xlm-clm-ende-1024 xlm-clm-enfr-1024 xlm-mlm-100-1280 xlm-mlm-17-1280
  xlm-mlm-en-2048 xlm-mlm-ende-1024 xlm-mlm-enfr-1024 xlm-mlm-enro-1024 xlm-mlm-tlm-xnli15-1024
  xlm-mlm-xnli15-1024 xlm-roberta-base xlm-roberta-large xlm-roberta-large-finetuned-conll02-dutch
  xlm-roberta-large-finetuned-conll02-spanish xlm-roberta-large-finetuned-conll03-english
  xlm-roberta-large-finetuned-conll03-german xlnet-base-cased xlnet-large-cased`.split(/\s+/),
);

export const loader: Loader = {
  library: 'sentence-transformers',
  language: 'python',
  modules: ['sentence_transformers'],
  calls: [
    { ...shared, callee: 'SentenceTransformer' },
    { ...shared, callee: 'SparseEncoder' },
    { ...shared, callee: 'CrossEncoder', interpret: huggingFace },
    { ...shared, callee: 'models.Transformer', interpret: huggingFace },
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
      code: 'from sentence_transformers import SentenceTransformer\nSentenceTransformer("/models/minilm")',
      finds: [],
    },
  ],
};

/** What the library asks the hub for: a bare name that is no root id means a model of its own organisation. */
export function withNamespace(id: string): Target | undefined {
  const isBare = !id.includes('/') && !rootNames.has(id.toLowerCase());
  return huggingFace(isBare ? `sentence-transformers/${id}` : id);
}
