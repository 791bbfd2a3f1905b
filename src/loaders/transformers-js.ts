import { argument, type Loader, property } from './loader.ts';

export const loader: Loader = {
  library: 'transformers.js',
  language: 'ecmascript',
  modules: ['@huggingface/transformers', '@xenova/transformers'],
  calls: [
    {
      callee: 'pipeline',
      id: argument(1),
      revision: property(2, 'revision'),
      options: { localFilesOnly: property(2, 'local_files_only'), task: argument(0) },
    },
    {
      callee: 'from_pretrained',
      id: argument(0),
      revision: property(1, 'revision'),
      options: { localFilesOnly: property(1, 'local_files_only') },
      isDistinctive: true,
    },
  ],
  examples: [
    {
      code: "import { pipeline } from '@huggingface/transformers';\nconst pipe = await pipeline('sentiment-analysis', 'Xenova/bert-base-multilingual-uncased-sentiment');",
      finds: ['Xenova/bert-base-multilingual-uncased-sentiment'],
    },
    {
      code: "const { AutoTokenizer } = require('@xenova/transformers');\nAutoTokenizer.from_pretrained('Xenova/gpt-4');",
      finds: ['Xenova/gpt-4'],
    },
    { code: "import { pipeline } from 'node:stream';\npipeline('a', 'b');", finds: [] },
  ],
};
