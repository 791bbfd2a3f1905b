import { argument, type Loader } from './loader.ts';
import { owned } from './targets.ts';

export const loader: Loader = {
  library: 'colbert',
  language: 'python',
  modules: ['colbert'],
  calls: [
    { callee: 'Checkpoint', id: argument(0, 'name'), interpret: owned },
    { callee: 'Indexer', id: argument(0, 'checkpoint'), interpret: owned },
    { callee: 'Searcher', id: argument(1, 'checkpoint'), interpret: owned },
    { callee: 'train', isMethod: true, id: argument(0, 'checkpoint') },
  ],
  examples: [
    {
      code: 'from colbert import Indexer\nIndexer(checkpoint="colbert-ir/colbertv2.0", config=config)',
      finds: ['colbert-ir/colbertv2.0'],
    },
    {
      code: 'from colbert import Trainer\nfrom colbert.modeling.checkpoint import Checkpoint\nCheckpoint("colbert-ir/colbertv1.9", colbert_config=config)\nTrainer(triples, queries, collection).train(checkpoint="bert-base-uncased")',
      finds: ['colbert-ir/colbertv1.9', 'bert-base-uncased'],
    },
    {
      code: 'from colbert import Searcher\nSearcher(index="books.2bits")\nSearcher("books", checkpoint="/data/colbert")',
      finds: [],
    },
  ],
};
