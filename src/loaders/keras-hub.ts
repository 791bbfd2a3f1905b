import { argument, keyword, type Loader, type Target } from './loader.ts';
import { withScheme } from './targets.ts';

export const loader: Loader = {
  library: 'keras-hub',
  language: 'python',
  modules: ['keras_hub', 'keras_nlp', 'keras_cv'],
  calls: [
    {
      callee: 'from_preset',
      id: argument(0, 'preset'),
      unless: { argument: keyword('load_weights'), values: [false] },
      interpret: preset,
    },
  ],
  examples: [
    {
      code: 'import keras_hub\nkeras_hub.models.CausalLM.from_preset("gemma2_2b_en")',
      finds: ['gemma2_2b_en'],
    },
    {
      code: 'from keras_nlp.models import GemmaCausalLM, GemmaTokenizer\nGemmaCausalLM.from_preset("hf://google/gemma-2b-keras")\nGemmaTokenizer.from_preset("kaggle://keras/gemma/keras/gemma_2b_en/2")',
      finds: ['hf://google/gemma-2b-keras', 'kaggle://keras/gemma/keras/gemma_2b_en/2'],
    },
    {
      code: 'import keras_cv\nkeras_cv.models.ResNet50Backbone.from_preset("resnet50_imagenet", load_weights=False)\nkeras_cv.models.Backbone.from_preset("./saved")',
      finds: [],
    },
  ],
};

/** Presets that the library ships names for consist of words joined by `_`. */
function preset(id: string): Target | undefined {
  const isBuiltIn = /^[a-z0-9.]+(_[a-z0-9.]+)+$/i.test(id);
  return isBuiltIn ? { hub: 'keras', target: id } : withScheme(id);
}
