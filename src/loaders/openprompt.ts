import { argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'openprompt',
  language: 'python',
  modules: ['openprompt'],
  // The first argument is the kind of model (`bert`), the second the model.
  calls: [{ callee: 'load_plm', id: argument(1, 'model_path') }],
  examples: [
    {
      code: 'from openprompt.plms import load_plm\nload_plm("bert", "bert-base-cased")',
      finds: ['bert-base-cased'],
    },
    { code: 'from openprompt.plms import load_plm\nload_plm("t5", "/models/t5")', finds: [] },
  ],
};
