import { argument, keyword, type Loader } from './loader.ts';
import { ownedOrRoot } from './targets.ts';

export const loader: Loader = {
  library: 'fastchat',
  language: 'python',
  modules: ['fastchat'],
  calls: [
    {
      callee: 'load_model',
      id: argument(0, 'model_path'),
      revision: keyword('revision'),
      interpret: ownedOrRoot,
    },
  ],
  examples: [
    {
      code: 'from fastchat.model import load_model\nload_model("lmsys/vicuna-7b-v1.5", device="cuda", num_gpus=1)',
      finds: ['lmsys/vicuna-7b-v1.5'],
    },
    { code: 'from fastchat.model import load_model\nload_model("/models/vicuna")', finds: [] },
  ],
};
