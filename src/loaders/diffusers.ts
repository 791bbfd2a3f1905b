import { argument, keyword, type Loader, type LoadingCall, type Target } from './loader.ts';

const shared: Omit<LoadingCall, 'callee'> = {
  id: argument(
    0,
    'pretrained_model_name_or_path',
    'pretrained_model_or_path',
    'pretrained_model_name_or_path_or_dict',
  ),
  revision: keyword('revision'),
  options: {
    trustRemoteCode: keyword('trust_remote_code'),
    useSafetensors: keyword('use_safetensors'),
    localFilesOnly: keyword('local_files_only'),
    filename: keyword('weight_name'),
  },
};

const attached = ['load_lora_weights', 'load_textual_inversion', 'load_ip_adapter', 'load_lora_adapter'];
const hubFile = /^https:\/\/huggingface\.co\/([^/]+\/[^/]+)\/(?:blob|resolve)\/([^/]+)\//;

export const loader: Loader = {
  library: 'diffusers',
  language: 'python',
  modules: ['diffusers'],
  calls: [
    { ...shared, callee: 'from_pretrained' },
    {
      ...shared,
      callee: 'from_single_file',
      id: argument(0, 'pretrained_model_link_or_path'),
      interpret: singleFile,
    },
    ...attached.map(callee => ({ ...shared, callee, isMethod: true, isDistinctive: true })),
  ],
  examples: [
    {
      code: 'from diffusers import DiffusionPipeline\npipe = DiffusionPipeline.from_pretrained("stabilityai/sdxl-turbo")\npipe.load_lora_weights("latent-consistency/lcm-lora-sdxl")',
      finds: ['stabilityai/sdxl-turbo', 'latent-consistency/lcm-lora-sdxl'],
    },
    {
      code: 'import diffusers\ndiffusers.StableDiffusionPipeline.from_single_file("https://huggingface.co/WarriorMama777/OrangeMixs/blob/main/orange.safetensors")',
      finds: ['https://huggingface.co/WarriorMama777/OrangeMixs/blob/main/orange.safetensors'],
    },
    {
      code: 'from diffusers import StableDiffusionPipeline\nStableDiffusionPipeline.from_single_file("weights/v1.ckpt")',
      finds: [],
    },
  ],
};

function singleFile(id: string): Target | undefined {
  const [, target, revision] = hubFile.exec(id) ?? [];
  if (target !== undefined && revision !== undefined) return { hub: 'huggingface', target, revision };
  return /^https?:\/\//.test(id) ? { hub: 'url', target: id } : undefined;
}
