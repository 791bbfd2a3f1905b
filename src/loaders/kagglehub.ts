import { argument, type Loader } from './loader.ts';
import { kaggle } from './targets.ts';

export const loader: Loader = {
  library: 'kagglehub',
  language: 'python',
  modules: ['kagglehub'],
  calls: [
    {
      callee: 'model_download',
      id: argument(0, 'handle'),
      // Written at the end of the handle.
      revision: {},
      options: { filename: argument(1, 'path') },
      interpret: kaggle,
    },
  ],
  examples: [
    {
      code: 'import kagglehub\npath = kagglehub.model_download("google/gemma/pyTorch/2b-it/1")',
      finds: ['google/gemma/pyTorch/2b-it/1'],
    },
    {
      code: 'from kagglehub import model_download\nmodel_download("metaresearch/llama-3.2/transformers/1b")',
      finds: ['metaresearch/llama-3.2/transformers/1b'],
    },
    {
      code: 'import kagglehub\nkagglehub.dataset_download("bricevergnou/spotify-recommendation")',
      finds: [],
    },
  ],
};
