import { argument, keyword, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'setfit',
  language: 'python',
  modules: ['setfit'],
  calls: [
    {
      callee: 'from_pretrained',
      id: argument(0, 'pretrained_model_name_or_path', 'model_id'),
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
