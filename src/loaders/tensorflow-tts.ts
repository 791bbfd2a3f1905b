import { argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'tensorflow_tts',
  language: 'python',
  modules: ['tensorflow_tts'],
  calls: [{ callee: 'from_pretrained', id: argument(0, 'pretrained_path'), isOftenOther: true }],
  examples: [
    {
      code: 'from tensorflow_tts.inference import TFAutoModel\nTFAutoModel.from_pretrained("tensorspeech/tts-tacotron2-ljspeech-en")',
      finds: ['tensorspeech/tts-tacotron2-ljspeech-en'],
    },
    {
      code: 'from tensorflow_tts.inference import AutoProcessor, TFAutoModel\nAutoProcessor.from_pretrained("./mapper.json")\nTFAutoModel.from_pretrained(config=config, pretrained_path="weights/model-120000.h5")',
      finds: [],
    },
  ],
};
