import { argument, type Loader, type LoadingCall } from './loader.ts';
import { withNamespace } from './sentence-transformers.ts';

export const loader: Loader = {
  library: 'beir',
  language: 'python',
  modules: ['beir'],
  calls: [
    ...['SentenceBERT', 'BinarySentenceBERT'].map(
      (callee): LoadingCall => ({ callee, id: argument(0, 'model_path'), interpret: withNamespace }),
    ),
    ...['SPLADE', 'CrossEncoder', 'QGenModel', 'MonoT5'].map(
      (callee): LoadingCall => ({ callee, id: argument(0, 'model_path') }),
    ),
  ],
  examples: [
    {
      code: 'from beir.retrieval import models\nfrom beir.reranking.models import CrossEncoder\nmodels.SentenceBERT("msmarco-distilbert-base-tas-b")\nCrossEncoder("cross-encoder/ms-marco-electra-base")',
      finds: ['msmarco-distilbert-base-tas-b', 'cross-encoder/ms-marco-electra-base'],
    },
    { code: 'from beir import util\nutil.download_and_unzip(url, "datasets")', finds: [] },
  ],
};
