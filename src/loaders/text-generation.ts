import { argument, type Loader } from './loader.ts';

/** The client of Text Generation Inference. `Client` itself takes a server's address, which names no model. */
export const loader: Loader = {
  library: 'text-generation',
  language: 'python',
  modules: ['text_generation'],
  calls: ['InferenceAPIClient', 'InferenceAPIAsyncClient'].map(callee => ({
    callee,
    id: argument(0, 'repo_id'),
  })),
  examples: [
    {
      code: 'from text_generation import InferenceAPIClient\nclient = InferenceAPIClient("bigscience/bloomz")',
      finds: ['bigscience/bloomz'],
    },
    {
      code: 'from text_generation import Client\nclient = Client("http://127.0.0.1:8080")',
      finds: [],
    },
  ],
};
