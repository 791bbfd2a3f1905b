import { argument, huggingFace, type Loader, type Target } from './loader.ts';
import { openClipModel } from './open-clip.ts';

export const loader: Loader = {
  library: 'nemo',
  language: 'python',
  modules: ['nemo'],
  calls: [
    { callee: 'from_pretrained', id: argument(0, 'model_name'), interpret },
    // Of its diffusion models, the encoders that are other libraries'.
    { callee: 'FrozenCLIPEmbedder', id: argument(0, 'version') },
    {
      callee: 'FrozenOpenCLIPEmbedder',
      id: argument(0, 'arch'),
      variant: argument(1, 'version'),
      interpret: openClipModel,
    },
  ],
  examples: [
    {
      code: 'import nemo.collections.asr as nemo_asr\nnemo_asr.models.ASRModel.from_pretrained("nvidia/parakeet-tdt-0.6b-v2")',
      finds: ['nvidia/parakeet-tdt-0.6b-v2'],
    },
    {
      code: 'from nemo.collections.asr.models import EncDecCTCModel\nEncDecCTCModel.from_pretrained(model_name="QuartzNet15x5Base-En")',
      finds: ['QuartzNet15x5Base-En'],
    },
    {
      code: 'import nemo.collections.asr as nemo_asr\nnemo_asr.models.ASRModel.restore_from("model.nemo")\nnemo_asr.models.ASRModel.from_pretrained("model.nemo")',
      finds: [],
    },
    {
      code: 'from nemo.collections.multimodal.modules.stable_diffusion.encoders import modules\nmodules.FrozenCLIPEmbedder(version="openai/clip-vit-large-patch14")\nmodules.FrozenOpenCLIPEmbedder("ViT-H-14", "laion2b_s32b_b79k")\nmodules.FrozenMegatronCLIPEmbedder(restore_from_path="org/clip")',
      finds: ['openai/clip-vit-large-patch14', 'ViT-H-14'],
    },
  ],
};

/** Without an owner it is a name of NVIDIA's own catalogue. */
function interpret(name: string): Target | undefined {
  if (name.includes('/')) return huggingFace(name);
  return /^[A-Za-z][\w.-]*$/.test(name) && !name.endsWith('.nemo')
    ? { hub: 'library', target: `nemo/${name}` }
    : undefined;
}
