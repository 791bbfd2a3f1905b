import { argument, huggingFace, type Loader, type Target } from './loader.ts';

/** The names of early versions. */
const sizes = /^(small|medium|large|melody)$/;

export const loader: Loader = {
  library: 'audiocraft',
  language: 'python',
  modules: ['audiocraft'],
  calls: [
    { callee: 'MusicGen.get_pretrained', id: argument(0, 'name'), interpret: musicGen },
    ...['AudioGen', 'MAGNeT', 'JASCO', 'CompressionModel'].map(name => ({
      callee: `${name}.get_pretrained`,
      id: argument(0, 'name'),
    })),
  ],
  examples: [
    {
      code: 'from audiocraft.models import AudioGen, MusicGen\nMusicGen.get_pretrained("melody")\nAudioGen.get_pretrained("facebook/audiogen-medium")',
      finds: ['melody', 'facebook/audiogen-medium'],
    },
    { code: 'from audiocraft.models import MusicGen\nMusicGen.get_pretrained("/models/own")', finds: [] },
  ],
};

function musicGen(name: string): Target | undefined {
  return huggingFace(sizes.test(name) ? `facebook/musicgen-${name}` : name);
}
