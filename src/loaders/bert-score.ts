import { argument, keyword, type Loader } from './loader.ts';

/** A language alone picks a model of the library's own table. */
export const loader: Loader = {
  library: 'bert-score',
  language: 'python',
  modules: ['bert_score'],
  calls: [
    { callee: 'BERTScorer', id: argument(0, 'model_type') },
    { callee: 'score', id: argument(2, 'model_type') },
    { callee: 'plot_example', id: keyword('model_type') },
  ],
  examples: [
    {
      code: 'from bert_score import BERTScorer\nBERTScorer(model_type="microsoft/deberta-xlarge-mnli", idf=False)',
      finds: ['microsoft/deberta-xlarge-mnli'],
    },
    {
      code: 'import bert_score\nbert_score.score(cands, refs, model_type="roberta-large")\nbert_score.score(cands, refs, lang="en")\nbert_score.BERTScorer(lang="en")',
      finds: ['roberta-large'],
    },
  ],
};
