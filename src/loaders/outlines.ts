import { argument, type Loader } from './loader.ts';
import { owned } from './targets.ts';

export const loader: Loader = {
  library: 'outlines',
  language: 'python',
  modules: ['outlines'],
  calls: [
    ...['models.transformers', 'models.transformers_vision', 'models.vllm', 'models.mlxlm'].map(callee => ({
      callee,
      id: argument(0, 'model_name'),
    })),
    { callee: 'models.llamacpp', id: argument(0, 'repo_id'), interpret: owned },
  ],
  examples: [
    {
      code: 'import outlines\noutlines.models.transformers("mistralai/Mistral-7B-v0.1", device="cuda")\noutlines.models.llamacpp("org/model-GGUF", "model.gguf")',
      finds: ['mistralai/Mistral-7B-v0.1', 'org/model-GGUF'],
    },
    { code: 'import outlines\noutlines.models.openai("gpt-4o")', finds: [] },
  ],
};
