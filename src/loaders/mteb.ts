import { argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'mteb',
  language: 'python',
  modules: ['mteb'],
  calls: [{ callee: 'get_model', id: argument(0, 'model_name') }],
  examples: [
    {
      code: 'import mteb\nmodel = mteb.get_model("sentence-transformers/all-MiniLM-L6-v2")\nmteb.get_model(model_name="intfloat/e5-base-v2")',
      finds: ['sentence-transformers/all-MiniLM-L6-v2', 'intfloat/e5-base-v2'],
    },
    {
      code: 'import mteb\nmteb.get_model_meta("intfloat/e5-base-v2")\nmteb.get_tasks(tasks=["Banking77Classification"])',
      finds: [],
    },
  ],
};
