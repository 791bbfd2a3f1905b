import { argument, keyword, type Loader } from './loader.ts';
import { withNamespace } from './sentence-transformers.ts';
import { owned } from './targets.ts';

export const loader: Loader = {
  library: 'bertopic',
  language: 'python',
  modules: ['bertopic'],
  calls: [
    // Without a slash the library looks for a file.
    {
      callee: 'BERTopic.load',
      id: argument(0, 'path'),
      isOftenOther: true,
      interpret: owned,
    },
    {
      callee: 'BERTopic.load',
      id: argument(1, 'embedding_model'),
      additional: 'model',
      interpret: withNamespace,
    },
    { callee: 'BERTopic', id: keyword('embedding_model'), isOftenOther: true, interpret: withNamespace },
  ],
  examples: [
    {
      code: 'from bertopic import BERTopic\ntopics = BERTopic.load("MaartenGr/BERTopic_Wikipedia")',
      finds: ['MaartenGr/BERTopic_Wikipedia'],
    },
    {
      code: 'from bertopic import BERTopic\nBERTopic(embedding_model="all-MiniLM-L6-v2", language="english")',
      finds: ['all-MiniLM-L6-v2'],
    },
    {
      code: 'from bertopic import BERTopic\nBERTopic.load("my_topics")\nBERTopic(language="english")',
      finds: [],
    },
  ],
};
