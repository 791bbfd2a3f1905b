import { argument, type Loader } from './loader.ts';
import { owned } from './targets.ts';

export const loader: Loader = {
  library: 'parrot',
  language: 'python',
  modules: ['parrot'],
  calls: [{ callee: 'Parrot', id: argument(0, 'model_tag'), interpret: owned }],
  examples: [
    {
      code: 'from parrot import Parrot\nParrot(model_tag="prithivida/parrot_paraphraser_on_T5", use_gpu=False)',
      finds: ['prithivida/parrot_paraphraser_on_T5'],
    },
    { code: 'from parrot import Parrot\nParrot()', finds: [] },
  ],
};
