import { argument, keyword, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'pyctcdecode',
  language: 'python',
  modules: ['pyctcdecode'],
  calls: [{ callee: 'load_from_hf_hub', id: argument(0, 'model_id'), revision: keyword('revision') }],
  examples: [
    {
      code: 'from pyctcdecode import BeamSearchDecoderCTC\nBeamSearchDecoderCTC.load_from_hf_hub("hf-test/xls-r-300m-sv")',
      finds: ['hf-test/xls-r-300m-sv'],
    },
    {
      code: 'from pyctcdecode import build_ctcdecoder\nbuild_ctcdecoder(labels, kenlm_model_path="kenlm.arpa")',
      finds: [],
    },
  ],
};
