import { argument, type Loader } from './loader.ts';
import { ownedOrRoot } from './targets.ts';

export const loader: Loader = {
  library: 'simcse',
  language: 'python',
  modules: ['simcse'],
  calls: [{ callee: 'SimCSE', id: argument(0, 'model_name_or_path'), interpret: ownedOrRoot }],
  examples: [
    {
      code: 'from simcse import SimCSE\nSimCSE("princeton-nlp/sup-simcse-bert-base-uncased")',
      finds: ['princeton-nlp/sup-simcse-bert-base-uncased'],
    },
    { code: 'from simcse import SimCSE\nSimCSE("/models/simcse")', finds: [] },
  ],
};
