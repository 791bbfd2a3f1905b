import { argument, keyword, type Loader, type LoadingCall } from './loader.ts';

const shared: Omit<LoadingCall, 'callee' | 'id'> = {
  revision: keyword('revision'),
  options: { trustRemoteCode: keyword('trust_remote_code') },
};
const load: LoadingCall = { ...shared, callee: 'load', id: argument(0, 'path_or_hf_repo') };

export const loader: Loader = {
  library: 'mlx',
  language: 'python',
  modules: ['mlx_lm', 'mlx_vlm', 'mlx_embeddings', 'mlx_whisper'],
  calls: [
    // MLX-LM hands `trust_remote_code` on to the tokenizer, MLX-VLM takes it itself.
    {
      ...load,
      options: { trustRemoteCode: keyword('trust_remote_code', 'tokenizer_config.trust_remote_code') },
    },
    { ...shared, callee: 'convert', id: argument(0, 'hf_path') },
    { ...shared, callee: 'get_model_path', id: argument(0, 'path_or_hf_repo') },
    { ...shared, callee: 'load_config', id: argument(0, 'model_path') },
    { callee: 'transcribe', id: keyword('path_or_hf_repo') },
  ],
  examples: [
    {
      code: 'from mlx_lm import load, generate\nmodel, tokenizer = load("mlx-community/Mistral-7B-Instruct-v0.3-4bit")',
      finds: ['mlx-community/Mistral-7B-Instruct-v0.3-4bit'],
    },
    {
      code: 'from mlx_vlm import load\nfrom mlx_vlm.utils import load_config\npath = "mlx-community/Qwen2-VL-2B-Instruct-4bit"\nmodel, processor = load(path)\nconfig = load_config(path)',
      finds: ['mlx-community/Qwen2-VL-2B-Instruct-4bit', 'mlx-community/Qwen2-VL-2B-Instruct-4bit'],
    },
    {
      code: 'import mlx_whisper\nmlx_whisper.transcribe("speech.mp3", path_or_hf_repo="mlx-community/whisper-large-v3-turbo")',
      finds: ['mlx-community/whisper-large-v3-turbo'],
    },
    {
      code: 'import mlx_whisper\nfrom mlx_lm import load\nmlx_whisper.transcribe("speech.mp3")\nload("./fused_model")',
      finds: [],
    },
  ],
};
