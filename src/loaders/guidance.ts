import { argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'guidance',
  language: 'python',
  modules: ['guidance'],
  calls: ['models.Transformers', 'llms.Transformers'].map(callee => ({ callee, id: argument(0, 'model') })),
  examples: [
    {
      code: 'from guidance import models\nmodels.Transformers("microsoft/Phi-3-mini-4k-instruct")',
      finds: ['microsoft/Phi-3-mini-4k-instruct'],
    },
    {
      code: 'from guidance import models\nmodels.OpenAI("gpt-4")\nmodels.LlamaCpp("/models/a.gguf")',
      finds: [],
    },
  ],
};
