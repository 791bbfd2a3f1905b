import { argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'lmdeploy',
  language: 'python',
  modules: ['lmdeploy'],
  calls: ['pipeline', 'serve'].map(callee => ({ callee, id: argument(0, 'model_path') })),
  examples: [
    {
      code: 'from lmdeploy import pipeline\npipeline("internlm/internlm2_5-7b-chat")',
      finds: ['internlm/internlm2_5-7b-chat'],
    },
    { code: 'from lmdeploy import pipeline\npipeline("/models/internlm")', finds: [] },
  ],
};
