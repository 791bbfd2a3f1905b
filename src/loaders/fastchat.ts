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
    { callee: 'apply_delta', id: argument(0, 'base_model_path'), interpret: ownedOrRoot },
    {
      callee: 'apply_delta',
      id: argument(2, 'delta_path'),
      additional: 'model',
      interpret: ownedOrRoot,
    },
  ],
  examples: [
    {
      code: 'from fastchat.model import load_model\nload_model("lmsys/vicuna-7b-v1.5", device="cuda", num_gpus=1)',
      finds: ['lmsys/vicuna-7b-v1.5'],
    },
    { code: 'from fastchat.model import load_model\nload_model("/models/vicuna")', finds: [] },
    {
      code: 'from fastchat.model.apply_delta import apply_delta\napply_delta("org/base", "org/sum", delta_path="org/delta")',
      finds: ['org/base', 'org/delta'],
    },
  ],
};
