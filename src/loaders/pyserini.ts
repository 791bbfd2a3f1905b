import { argument, type Loader, type LoadingCall } from './loader.ts';
import { owned } from './targets.ts';

const queryEncoders = ['Ance', 'Auto', 'Bpr', 'DkrrDpr', 'Dpr', 'TctColBert'].map(
  name => `${name}QueryEncoder`,
);
const documentEncoders = ['Auto', 'Dpr', 'TctColBert', 'UniCoil'].map(name => `${name}DocumentEncoder`);

export const loader: Loader = {
  library: 'pyserini',
  language: 'python',
  modules: ['pyserini'],
  calls: [
    ...queryEncoders.map(
      (callee): LoadingCall => ({ callee, id: argument(0, 'encoder_dir'), interpret: owned }),
    ),
    ...documentEncoders.map(
      (callee): LoadingCall => ({ callee, id: argument(0, 'model_name'), interpret: owned }),
    ),
    { callee: 'LuceneImpactSearcher', id: argument(1, 'query_encoder'), interpret: owned },
    {
      callee: 'LuceneImpactSearcher.from_prebuilt_index',
      id: argument(1, 'query_encoder'),
      interpret: owned,
    },
  ],
  examples: [
    {
      code: 'from pyserini.search.faiss import TctColBertQueryEncoder\nTctColBertQueryEncoder("castorini/tct_colbert-msmarco")',
      finds: ['castorini/tct_colbert-msmarco'],
    },
    {
      code: 'from pyserini.search.lucene import LuceneSearcher\nLuceneSearcher.from_prebuilt_index("robust04")',
      finds: [],
    },
  ],
};
