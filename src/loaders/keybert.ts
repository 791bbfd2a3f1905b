import { argument, type Loader } from './loader.ts';
import { withNamespace } from './sentence-transformers.ts';

export const loader: Loader = {
  library: 'keybert',
  language: 'python',
  modules: ['keybert'],
  calls: [{ callee: 'KeyBERT', id: argument(0, 'model'), interpret: withNamespace }],
  examples: [
    {
      code: 'from keybert import KeyBERT\nKeyBERT("all-MiniLM-L6-v2")\nKeyBERT(model="BAAI/bge-small-en")',
      finds: ['all-MiniLM-L6-v2', 'BAAI/bge-small-en'],
    },
    { code: 'from keybert import KeyBERT\nKeyBERT()', finds: [] },
  ],
};
