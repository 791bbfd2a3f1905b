import { argument, keyword, type Loader } from './loader.ts';
import { withNamespace } from './sentence-transformers.ts';

export const loader: Loader = {
  library: 'setfit',
  language: 'python',
  modules: ['setfit'],
  calls: [
    {
      callee: 'from_pretrained',
      id: argument(0, 'pretrained_model_name_or_path', 'model_id'),
      // Without a head of its own the name is that of a model of sentence-transformers.
      interpret: withNamespace,
      revision: keyword('revision'),
      options: { localFilesOnly: keyword('local_files_only') },
    },
  ],
  examples: [
    {
      code: 'from setfit import SetFitModel\nSetFitModel.from_pretrained("sentence-transformers/paraphrase-mpnet-base-v2", revision="main")',
      finds: ['sentence-transformers/paraphrase-mpnet-base-v2'],
    },
    {
      code: 'from setfit import SetFitModel\nSetFitModel.from_pretrained("./models/final")\nSetFitModel.from_pretrained(path)',
      finds: [],
    },
  ],
};
