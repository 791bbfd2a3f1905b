import { argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'whisper-jax',
  language: 'python',
  modules: ['whisper_jax'],
  calls: [{ callee: 'FlaxWhisperPipline', id: argument(0, 'checkpoint') }],
  examples: [
    {
      code: 'from whisper_jax import FlaxWhisperPipline\nFlaxWhisperPipline("openai/whisper-large-v2", batch_size=16)',
      finds: ['openai/whisper-large-v2'],
    },
    { code: 'from whisper_jax import FlaxWhisperPipline\nFlaxWhisperPipline("/models/whisper")', finds: [] },
  ],
};
