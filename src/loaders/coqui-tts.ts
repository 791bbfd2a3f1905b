import { argument, keyword, type Loader, type LoadingCall, type Target } from './loader.ts';

const methods = ['load_model_by_name', 'load_tts_model_by_name', 'load_vc_model_by_name'];
const vocoder: Omit<LoadingCall, 'callee'> = {
  id: argument(1, 'vocoder_name'),
  additional: 'model',
  interpret,
};

export const loader: Loader = {
  library: 'coqui-tts',
  language: 'python',
  modules: ['TTS'],
  calls: [
    { callee: 'TTS', id: argument(0, 'model_name'), interpret },
    { ...vocoder, callee: 'TTS', id: keyword('vocoder_name') },
    ...methods.flatMap((callee): LoadingCall[] => [
      { callee, isMethod: true, id: argument(0, 'model_name'), interpret },
      { ...vocoder, callee, isMethod: true },
    ]),
    { callee: 'download_model', isMethod: true, id: argument(0, 'model_name'), interpret },
  ],
  examples: [
    {
      code: 'from TTS.api import TTS\ntts = TTS("tts_models/multilingual/multi-dataset/xtts_v2").to("cuda")',
      finds: ['tts_models/multilingual/multi-dataset/xtts_v2'],
    },
    {
      code: 'from TTS.api import TTS\nTTS(model_name="tts_models/en/ljspeech/tacotron2-DDC", vocoder_name="vocoder_models/en/ljspeech/hifigan_v2")',
      finds: ['tts_models/en/ljspeech/tacotron2-DDC', 'vocoder_models/en/ljspeech/hifigan_v2'],
    },
    {
      code: 'from TTS.utils.manage import ModelManager\nmanager = ModelManager()\nmanager.download_model("tts_models/de/thorsten/vits")',
      finds: ['tts_models/de/thorsten/vits'],
    },
    { code: 'from TTS.api import TTS\nTTS(model_path="./vits.pth", config_path="./config.json")', finds: [] },
  ],
};

const xtts = /^(?:tts_models\/multilingual\/multi-dataset\/)?xtts_v2(?:\.\d+\.\d+)?$/;

/** Models lie in a catalogue of the library's own, apart from XTTS 2, which it fetches from the Hugging Face Hub. */
function interpret(id: string): Target | undefined {
  if (xtts.test(id)) return { hub: 'huggingface', target: 'coqui/XTTS-v2' };
  const isListed = /^(tts|vocoder|voice_conversion)_models(\/[\w.-]+){3}$/.test(id);
  return isListed ? { hub: 'library', target: `coqui/${id}` } : undefined;
}
