import { argument, huggingFaceAt, type Loader, type Target } from './loader.ts';

/** Owners in espnet_model_zoo's table whose models lie at Zenodo. Owners with a space in their name do so too. */
const zooOwner =
  /^(kan-bayashi|kamo-naoyuki|anogkongda)\/|^[A-Z][\w-]+ [A-Z]\w+\/|^Wangyou-Zhang\/chime4_|^ftshijt\/(mls_asr|open_li52)_/;

export const loader: Loader = {
  library: 'espnet2',
  language: 'python',
  modules: ['espnet2', 'espnet_model_zoo'],
  calls: [
    { callee: 'from_pretrained', id: argument(0, 'model_tag'), interpret },
    { callee: 'from_pretrained', id: argument(1, 'vocoder_tag'), additional: 'model', interpret: vocoder },
    {
      callee: 'ModelDownloader.().download_and_unpack',
      isMethod: true,
      id: argument(0, 'name'),
      interpret,
    },
    { callee: 'ModelDownloader.().download', isMethod: true, id: argument(0, 'name'), interpret },
  ],
  examples: [
    {
      code: 'from espnet2.bin.tts_inference import Text2Speech\nText2Speech.from_pretrained("espnet/kan-bayashi_ljspeech_vits")\nText2Speech.from_pretrained(model_tag="kan-bayashi/ljspeech_vits", vocoder_tag="parallel_wavegan/ljspeech_hifigan.v1")',
      finds: [
        'espnet/kan-bayashi_ljspeech_vits',
        'kan-bayashi/ljspeech_vits',
        'parallel_wavegan/ljspeech_hifigan.v1',
      ],
    },
    {
      code: 'from espnet_model_zoo.downloader import ModelDownloader\nd = ModelDownloader()\nd.download_and_unpack("espnet/owsm_v3.1_ebf")',
      finds: ['espnet/owsm_v3.1_ebf'],
    },
    {
      code: 'from espnet2.bin.asr_inference import Speech2Text\nSpeech2Text.from_pretrained(asr_model_file="exp/valid.acc.best.pth")\nSpeech2Text("exp/config.yaml", "exp/valid.acc.best.pth")',
      finds: [],
    },
  ],
};

function interpret(tag: string): Target | undefined {
  return zooOwner.test(tag) ? { hub: 'library', target: `espnet/${tag}` } : huggingFaceAt(tag);
}

/** Vocoders come from a second library, which keeps a list of its own. */
function vocoder(tag: string): Target | undefined {
  return tag.startsWith('parallel_wavegan/') ? { hub: 'library', target: tag } : interpret(tag);
}
