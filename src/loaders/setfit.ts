import { argument, keyword, type Loader, type LoadingCall } from './loader.ts';
import { withNamespace } from './sentence-transformers.ts';

export const loader: Loader = {
  library: 'setfit',
  language: 'python',
  modules: ['setfit'],
  calls: [
    { callee: 'AbsaModel.from_pretrained', id: argument(1, 'polarity_model_id'), additional: 'model' },
    {
      callee: 'from_pretrained',
      id: argument(0, 'pretrained_model_name_or_path', 'model_id'),
      // Without a head of its own the name is that of a model of sentence-transformers.
      interpret: withNamespace,
      revision: keyword('revision'),
      options: { localFilesOnly: keyword('local_files_only') },
    },
    ...['from_pretrained', 'AspectExtractor', 'AspectModel', 'PolarityModel'].map(
      (callee): LoadingCall => ({
        callee,
        id: keyword('spacy_model'),
        additional: 'model',
        interpret: name => ({ hub: 'spacy', target: name }),
      }),
    ),
  ],
  examples: [
    {
      code: 'from setfit import AbsaModel\nAbsaModel.from_pretrained("org/aspect", "org/polarity", spacy_model="en_core_web_sm")',
      finds: ['org/aspect', 'org/polarity', 'en_core_web_sm'],
    },
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
