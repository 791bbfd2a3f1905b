import { readKagglePage } from '../model/kaggle-page.ts';
import { address, argument, type Loader, type Target } from './loader.ts';

export const loader: Loader = {
  library: 'tensorflow_hub',
  language: 'python',
  modules: ['tensorflow_hub'],
  calls: ['load', 'KerasLayer', 'Module', 'resolve', 'load_module_spec'].map(callee => ({
    callee,
    id: argument(0, 'handle', 'spec', 'path'),
    // Written at the end of the address.
    revision: {},
    interpret,
  })),
  examples: [
    {
      code: 'import tensorflow_hub as hub\nembed = hub.load("https://tfhub.dev/google/universal-sentence-encoder/4")',
      finds: ['https://tfhub.dev/google/universal-sentence-encoder/4'],
    },
    {
      code: 'import tensorflow_hub\ntensorflow_hub.KerasLayer("https://www.kaggle.com/models/google/yamnet/frameworks/TensorFlow2/variations/yamnet/versions/1")',
      finds: [
        'https://www.kaggle.com/models/google/yamnet/frameworks/TensorFlow2/variations/yamnet/versions/1',
      ],
    },
    { code: 'import tensorflow_hub as hub\nhub.load("./saved_model")', finds: [] },
  ],
};

/** Addresses on Kaggle say the handle. One on tfhub.dev leads there, but only its server knows which it is. */
function interpret(id: string): Target | undefined {
  const page = readKagglePage(id);
  if (page === undefined) return address(id);
  const { handle: target, version: revision } = page;
  return revision === undefined ? { hub: 'kaggle', target } : { hub: 'kaggle', target, revision };
}
