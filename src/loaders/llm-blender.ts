import { argument, type Loader } from './loader.ts';

/** Nothing else has methods of these names. */
const shared = { isMethod: true, isDistinctive: true };

export const loader: Loader = {
  library: 'llm-blender',
  language: 'python',
  modules: ['llm_blender'],
  calls: [
    { ...shared, callee: 'loadranker', id: argument(0, 'ranker_path') },
    { ...shared, callee: 'loadfuser', id: argument(0, 'fuser_path') },
  ],
  examples: [
    {
      code: 'import llm_blender\nblender = llm_blender.Blender()\nblender.loadranker("llm-blender/PairRM")\nblender.loadfuser("llm-blender/gen_fuser_3b", device="cuda")',
      finds: ['llm-blender/PairRM', 'llm-blender/gen_fuser_3b'],
    },
    {
      code: 'import llm_blender\nblender = llm_blender.Blender()\nblender.loadranker("./checkpoints/ranker")\nblender.rank(inputs, candidates)',
      finds: [],
    },
  ],
};
