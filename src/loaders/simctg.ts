import { argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'simctg',
  language: 'python',
  modules: ['simctg'],
  calls: ['SimCTGGPT', 'SimCTGOPT', 'SimCTGBART'].map(callee => ({ callee, id: argument(0, 'model_name') })),
  examples: [
    {
      code: 'from simctg.simctggpt import SimCTGGPT\nSimCTGGPT("gpt2-large")',
      finds: ['gpt2-large'],
    },
    { code: 'from simctg.lossfunction import SimCTGLoss\nSimCTGLoss(0.5, 50257, 0)', finds: [] },
  ],
};
