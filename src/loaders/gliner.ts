import { argument, keyword, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'gliner',
  language: 'python',
  modules: ['gliner'],
  calls: [
    {
      callee: 'from_pretrained',
      id: argument(0, 'model_id', 'pretrained_model_name_or_path'),
      revision: keyword('revision'),
      options: { localFilesOnly: keyword('local_files_only') },
    },
  ],
  examples: [
    {
      code: 'from gliner import GLiNER\nGLiNER.from_pretrained("urchade/gliner_medium-v2.1", revision="main")',
      finds: ['urchade/gliner_medium-v2.1'],
    },
    {
      code: 'from gliner import GLiNER\nGLiNER.from_pretrained("gliner.pt")\nGLiNER.from_pretrained("./gliner", local_files_only=True)',
      finds: [],
    },
  ],
};
