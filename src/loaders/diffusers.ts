import { address, argument, keyword, type Loader, type LoadingCall } from './loader.ts';
import { owned } from './targets.ts';

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

/** Nothing else has methods of these names: they count also in files that have their pipelines from others. */
const attached = ['load_lora_weights', 'load_textual_inversion', 'load_lora_adapter', 'load_attn_procs'];

export const loader: Loader = {
  library: 'diffusers',
  language: 'python',
  modules: ['diffusers'],
  calls: [
    { ...shared, callee: 'from_pretrained' },
    { ...shared, callee: 'load_config', interpret: owned },
    // Early versions took the name of a model here; later ones take what `load_config` gives.
    { ...shared, callee: 'from_config', id: argument(0), interpret: owned, isOftenOther: true },
    // Where the configuration of a single file of weights comes from.
    {
      ...shared,
      callee: 'from_single_file',
      isDistinctive: true,
      id: keyword('config'),
      additional: 'tokenizer',
      interpret: owned,
    },
    // What the library's mixins of adapters fetch their file with; those of programs do the same.
    { ...shared, callee: '_get_model_file', id: argument(0, 'pretrained_model_name_or_path') },
    // Fetches a pipeline's files without making it.
    { ...shared, callee: 'download', id: argument(0, 'pretrained_model_name') },
    ...['from_pretrained', 'download'].map(
      // A repository with the code of a pipeline; a name without an owner is one of the library's own.
      (callee): LoadingCall => ({
        ...shared,
        callee,
        id: keyword('custom_pipeline'),
        revision: keyword('custom_revision'),
        additional: 'model',
        interpret: owned,
      }),
    ),
    {
      ...shared,
      callee: 'from_single_file',
      isDistinctive: true,
      id: argument(0, 'pretrained_model_link_or_path', 'pretrained_model_link_or_path_or_dict'),
      interpret: address,
    },
    {
      ...shared,
      callee: 'load_ip_adapter',
      isDistinctive: true,
      options: { ...shared.options, filename: argument(2, 'weight_name') },
    },
    {
      ...shared,
      callee: 'load_ip_adapter',
      isDistinctive: true,
      id: keyword('image_encoder_pretrained_model_name_or_path'),
      additional: 'model',
    },
    ...attached.map(callee => ({ ...shared, callee, isDistinctive: true, interpret: owned })),
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
      code: 'from diffusers import AutoPipelineForText2Image\npipe = AutoPipelineForText2Image.from_pretrained("runwayml/stable-diffusion-v1-5").to("cuda")\npipe.load_ip_adapter("h94/IP-Adapter", "models", "ip-adapter_sd15.bin", image_encoder_pretrained_model_name_or_path="openai/clip-vit-large-patch14")\npipe.load_textual_inversion("sd-concepts-library/cat-toy")',
      finds: [
        'runwayml/stable-diffusion-v1-5',
        'h94/IP-Adapter',
        'openai/clip-vit-large-patch14',
        'sd-concepts-library/cat-toy',
      ],
    },
    {
      code: 'from diffusers import DiffusionPipeline\nDiffusionPipeline.download("org/pipeline", variant="fp16")\nDiffusionPipeline.from_pretrained("google/ddpm-cifar10-32", custom_pipeline="org/custom")',
      finds: ['org/pipeline', 'google/ddpm-cifar10-32', 'org/custom'],
    },
    {
      code: 'from diffusers.utils import _get_model_file\nfile = _get_model_file("org/adapter", weights_name="adapter.safetensors", subfolder=None)\n_get_model_file("./adapters", weights_name="adapter.safetensors")',
      finds: ['org/adapter'],
    },
    {
      code: 'from diffusers import DDPMScheduler\nDDPMScheduler.from_pretrained("conditioned/scheduler")',
      finds: [],
    },
    {
      code: 'from diffusers import DiffusionPipeline\nDiffusionPipeline.from_pretrained("./unet", custom_pipeline="one_step_unet")',
      finds: [],
    },
    {
      code: 'from diffusers import StableDiffusionPipeline\npipe = StableDiffusionPipeline.from_single_file("weights/v1.ckpt")\npipe.load_lora_weights("./loras", weight_name="style.safetensors")\npipe.load_lora_weights("my_lora")',
      finds: [],
    },
  ],
};
