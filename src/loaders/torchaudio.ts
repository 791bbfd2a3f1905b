import type { Loader, LoadingCall, Target } from './loader.ts';

/** Bundles are constants: `WAV2VEC2_BASE`, `HDEMUCS_HIGH_MUSDB_PLUS`, `MMS_FA`. What a bundle holds differs by its kind. */
const bundle: Omit<LoadingCall, 'callee'> = { id: 'owner', interpret };

export const loader: Loader = {
  library: 'torchaudio',
  language: 'python',
  modules: ['torchaudio'],
  calls: ['get_model', 'get_tacotron2', 'get_vocoder', 'get_decoder'].map(method => ({
    ...bundle,
    callee: `pipelines.*.${method}`,
  })),
  examples: [
    {
      code: 'import torchaudio\nmodel = torchaudio.pipelines.WAV2VEC2_ASR_BASE_960H.get_model()',
      finds: ['WAV2VEC2_ASR_BASE_960H'],
    },
    {
      code: 'from torchaudio.pipelines import HDEMUCS_HIGH_MUSDB_PLUS as bundle\nmodel = bundle.get_model()',
      finds: ['HDEMUCS_HIGH_MUSDB_PLUS'],
    },
    {
      code: 'import torchaudio\nbundle = torchaudio.pipelines.TACOTRON2_WAVERNN_PHONE_LJSPEECH\ntacotron2 = bundle.get_tacotron2()',
      finds: ['TACOTRON2_WAVERNN_PHONE_LJSPEECH'],
    },
    {
      code: 'import torchaudio\nrate = torchaudio.pipelines.WAV2VEC2_BASE.sample_rate\ntorchaudio.models.wav2vec2_base()',
      finds: [],
    },
  ],
};

function interpret(name: string): Target | undefined {
  return /^[A-Z][A-Z0-9_]+$/.test(name) ? { hub: 'pytorch', target: `torchaudio/${name}` } : undefined;
}
