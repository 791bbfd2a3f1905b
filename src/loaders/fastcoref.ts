import { argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'fastcoref',
  language: 'python',
  modules: ['fastcoref'],
  calls: ['FCoref', 'LingMessCoref'].map(callee => ({ callee, id: argument(0, 'model_name_or_path') })),
  examples: [
    {
      code: 'from fastcoref import FCoref, LingMessCoref\nFCoref("biu-nlp/f-coref", device="cpu")\nLingMessCoref(model_name_or_path="biu-nlp/lingmess-coref")',
      finds: ['biu-nlp/f-coref', 'biu-nlp/lingmess-coref'],
    },
    { code: 'from fastcoref import FCoref\nFCoref(device="cuda:0")', finds: [] },
  ],
};
