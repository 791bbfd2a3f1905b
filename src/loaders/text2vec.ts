import { argument, keyword, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'text2vec',
  language: 'python',
  modules: ['text2vec'],
  calls: [
    ...['SentenceModel', 'CosentModel', 'SentenceBertModel', 'BertMatchModel', 'BgeModel'].map(callee => ({
      callee,
      id: argument(0, 'model_name_or_path'),
    })),
    { callee: 'Similarity', id: keyword('model_name_or_path') },
  ],
  examples: [
    {
      code: 'from text2vec import SentenceModel\nSentenceModel("shibing624/text2vec-base-chinese", device="cpu")',
      finds: ['shibing624/text2vec-base-chinese'],
    },
    { code: 'from text2vec import SentenceModel\nSentenceModel("./model/text2vec")', finds: [] },
  ],
};
