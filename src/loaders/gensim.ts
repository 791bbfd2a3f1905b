import { argument, type Loader, type Target } from './loader.ts';

/** Vectors among what the downloader offers; the rest of its list are data sets. */
const vectors = /^(fasttext|conceptnet|word2vec|glove)-[a-z0-9-]+$/;

export const loader: Loader = {
  library: 'gensim',
  language: 'python',
  modules: ['gensim'],
  calls: [{ callee: 'downloader.load', id: argument(0, 'name'), interpret }],
  examples: [
    {
      code: 'import gensim.downloader as api\nvectors = api.load("glove-wiki-gigaword-100")',
      finds: ['glove-wiki-gigaword-100'],
    },
    {
      code: 'from gensim import downloader\ndownloader.load("word2vec-google-news-300", return_path=True)',
      finds: ['word2vec-google-news-300'],
    },
    {
      code: 'import gensim.downloader as api\nfrom gensim.models import KeyedVectors\ncorpus = api.load("text8")\nKeyedVectors.load("glove-mine.kv")\napi.info("glove-twitter-25")',
      finds: [],
    },
  ],
};

function interpret(name: string): Target | undefined {
  return vectors.test(name) ? { hub: 'gensim', target: name } : undefined;
}
