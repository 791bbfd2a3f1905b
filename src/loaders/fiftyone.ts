import { keyword, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'fiftyone',
  language: 'python',
  modules: ['fiftyone'],
  // Its first argument names a kind of model of its zoo, not one of the Hub.
  calls: [{ callee: 'load_zoo_model', id: keyword('name_or_path') }],
  examples: [
    {
      code: 'import fiftyone.zoo as foz\nfoz.load_zoo_model("zero-shot-detection-transformer-torch", name_or_path="IDEA-Research/grounding-dino-tiny")',
      finds: ['IDEA-Research/grounding-dino-tiny'],
    },
    { code: 'import fiftyone.zoo as foz\nfoz.load_zoo_model("clip-vit-base32-torch")', finds: [] },
  ],
};
