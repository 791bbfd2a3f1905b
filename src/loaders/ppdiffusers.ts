import { argument, type Loader } from './loader.ts';
import { fromPretrained, paddleName } from './paddlenlp.ts';

const id = argument(0, 'pretrained_model_name_or_path', 'pretrained_model_name_or_path_or_dict');

/** PaddlePaddle's port of diffusers, which has its own store of converted weights under the ids of the Hub. */
export const loader: Loader = {
  library: 'ppdiffusers',
  language: 'python',
  modules: ['ppdiffusers'],
  calls: [
    ...fromPretrained(id),
    { callee: 'load_config', id, interpret: paddleName },
    { callee: 'load_attn_procs', id, interpret: paddleName },
  ],
  examples: [
    {
      code: 'from ppdiffusers import StableDiffusionPipeline\nStableDiffusionPipeline.from_pretrained("runwayml/stable-diffusion-v1-5")',
      finds: ['runwayml/stable-diffusion-v1-5'],
    },
    {
      code: 'from ppdiffusers import UNet2DModel\nUNet2DModel.from_pretrained("google/ddpm-cifar10-32", from_hf_hub=True)',
      finds: ['google/ddpm-cifar10-32'],
    },
    {
      code: 'from ppdiffusers import UNet2DModel\nUNet2DModel.from_pretrained("./checkpoint")\nUNet2DModel.from_pretrained("me/model", from_aistudio=True)',
      finds: [],
    },
  ],
};
