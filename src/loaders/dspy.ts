import { argument, type Loader } from './loader.ts';
import { ollama, routed } from './targets.ts';

export const loader: Loader = {
  library: 'dspy',
  language: 'python',
  modules: ['dspy'],
  calls: [
    // Both take LiteLLM's names of a provider and a model.
    ...['LM', 'Embedder'].map(callee => ({
      callee,
      id: argument(0, 'model'),
      isOftenOther: true,
      interpret: routed,
    })),
    ...['HFModel', 'HFClientTGI', 'HFClientVLLM', 'ChatModuleClient'].map(callee => ({
      callee,
      id: argument(0, 'model'),
    })),
    { callee: 'OllamaLocal', id: argument(0, 'model'), interpret: ollama },
  ],
  examples: [
    {
      code: 'import dspy\nlm = dspy.LM("ollama_chat/llama3.2", api_base="http://localhost:11434")',
      finds: ['ollama_chat/llama3.2'],
    },
    {
      code: 'import dspy\nllama = dspy.HFModel(model="mistralai/Mistral-7B-Instruct-v0.2")',
      finds: ['mistralai/Mistral-7B-Instruct-v0.2'],
    },
    {
      code: 'import dspy\ndspy.LM("openai/gpt-4o-mini")\ndspy.OpenAI(model="gpt-3.5-turbo")\ndspy.Embedder(encode)',
      finds: [],
    },
  ],
};
