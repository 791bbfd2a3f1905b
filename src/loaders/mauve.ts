import { keyword, type Loader } from './loader.ts';

/** Texts are compared by the features that a language model has of them: `gpt2-large`, if nobody says another. */
export const loader: Loader = {
  library: 'mauve',
  language: 'python',
  modules: ['mauve'],
  calls: [{ callee: 'compute_mauve', id: keyword('featurize_model_name') }],
  examples: [
    {
      code: 'import mauve\nmauve.compute_mauve(p_text=human, q_text=machine, featurize_model_name="gpt2-medium", device_id=0)',
      finds: ['gpt2-medium'],
    },
    {
      code: 'from mauve import compute_mauve\ncompute_mauve(p_features=human, q_features=machine)',
      finds: [],
    },
  ],
};
