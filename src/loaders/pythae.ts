import { argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'pythae',
  language: 'python',
  modules: ['pythae'],
  calls: [{ callee: 'load_from_hf_hub', id: argument(0, 'hf_hub_path') }],
  examples: [
    {
      code: 'from pythae.models import AutoModel\nAutoModel.load_from_hf_hub("clementchadebec/reproduced_wae", allow_pickle=True)',
      finds: ['clementchadebec/reproduced_wae'],
    },
    {
      code: 'from pythae.models import AutoModel\nAutoModel.load_from_folder("my_vae/final_model")\nmodel.push_to_hf_hub("me/vae")',
      finds: [],
    },
  ],
};
