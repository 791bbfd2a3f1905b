import { argument, keyword, type Loader } from './loader.ts';

/** Models that are loaded already are taken too. */
const shared = { isOftenOther: true, revision: keyword('model_revision') };

export const loader: Loader = {
  library: 'llmcompressor',
  language: 'python',
  modules: ['llmcompressor'],
  calls: [
    { ...shared, callee: 'oneshot', id: argument(0, 'model') },
    { ...shared, callee: 'train', id: keyword('model') },
    { callee: 'model_free_ptq', id: argument(0, 'model_stub') },
  ],
  examples: [
    {
      code: 'from llmcompressor import model_free_ptq, oneshot\noneshot(model="org/model", model_revision="v1", recipe=recipe)\nmodel_free_ptq(model_stub="org/stub", save_directory="out", scheme="FP8_BLOCK")',
      finds: ['org/model', 'org/stub'],
    },
    {
      code: 'from llmcompressor.transformers import oneshot, train\noneshot("org/model", recipe=recipe)\ntrain(model="org/other", dataset="open_platypus")',
      finds: ['org/model', 'org/other'],
    },
    {
      code: 'from llmcompressor import oneshot\nfrom transformers import Net\noneshot(model=Net(), dataset="org/data", recipe=recipe)\noneshot(model="./saved-model", recipe=recipe)',
      finds: [],
    },
  ],
};
