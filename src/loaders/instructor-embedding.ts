import { argument, type Loader } from './loader.ts';
import { withNamespace } from './sentence-transformers.ts';

export const loader: Loader = {
  library: 'InstructorEmbedding',
  language: 'python',
  modules: ['InstructorEmbedding'],
  calls: [
    {
      callee: 'INSTRUCTOR',
      id: argument(0, 'model_name_or_path'),
      interpret: withNamespace,
    },
  ],
  examples: [
    {
      code: 'from InstructorEmbedding import INSTRUCTOR\nmodel = INSTRUCTOR("hkunlp/instructor-large")',
      finds: ['hkunlp/instructor-large'],
    },
    { code: 'from InstructorEmbedding import INSTRUCTOR\nmodel = INSTRUCTOR("./instructor")', finds: [] },
  ],
};
