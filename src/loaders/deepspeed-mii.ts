import { argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'deepspeed-mii',
  language: 'python',
  modules: ['mii'],
  calls: ['pipeline', 'serve'].map(callee => ({ callee, id: argument(0, 'model_name_or_path') })),
  examples: [
    {
      code: 'import mii\npipe = mii.pipeline("mistralai/Mistral-7B-v0.1")\nclient = mii.serve(model_name_or_path="microsoft/phi-2")',
      finds: ['mistralai/Mistral-7B-v0.1', 'microsoft/phi-2'],
    },
    { code: 'import mii\nmii.client("mistralai/Mistral-7B-v0.1")', finds: [] },
  ],
};
