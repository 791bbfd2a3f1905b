import { argument, type Loader } from './loader.ts';
import { owned } from './targets.ts';

/** Unbabel's COMET. Its earlier models, whose names have no owner, lie elsewhere. */
export const loader: Loader = {
  library: 'comet',
  language: 'python',
  modules: ['comet'],
  calls: [{ callee: 'download_model', id: argument(0, 'model'), interpret: owned }],
  examples: [
    {
      code: 'from comet import download_model, load_from_checkpoint\nload_from_checkpoint(download_model("Unbabel/wmt22-comet-da"))',
      finds: ['Unbabel/wmt22-comet-da'],
    },
    { code: 'from comet import download_model\ndownload_model("wmt20-comet-da")', finds: [] },
  ],
};
