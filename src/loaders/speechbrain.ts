import { argument, keyword, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'speechbrain',
  language: 'python',
  modules: ['speechbrain'],
  calls: [
    { callee: 'from_hparams', id: argument(0, 'source'), revision: keyword('revision') },
    { callee: 'foreign_class', id: argument(0, 'source'), revision: keyword('revision') },
    {
      callee: 'fetching.fetch',
      id: argument(1, 'source'),
      revision: keyword('revision'),
      options: { filename: argument(0, 'filename') },
    },
  ],
  examples: [
    {
      code: 'from speechbrain.inference.speaker import EncoderClassifier\nEncoderClassifier.from_hparams(source="speechbrain/spkrec-ecapa-voxceleb", savedir="pretrained_models/spkrec")',
      finds: ['speechbrain/spkrec-ecapa-voxceleb'],
    },
    {
      code: 'from speechbrain.pretrained.interfaces import foreign_class\nforeign_class("speechbrain/emotion-recognition-wav2vec2-IEMOCAP", pymodule_file="custom_interface.py", classname="CustomEncoderWav2vec2Classifier")',
      finds: ['speechbrain/emotion-recognition-wav2vec2-IEMOCAP'],
    },
    {
      code: 'from speechbrain.pretrained import EncoderDecoderASR\nEncoderDecoderASR.from_hparams(source="./best_model", savedir="tmp")',
      finds: [],
    },
  ],
};
