import { argument, keyword, type Loader } from './loader.ts';

const options = {
  trustRemoteCode: keyword('trust_remote_code'),
  useSafetensors: keyword('use_safetensors'),
  weightsOnly: keyword('weights_only'),
  localFilesOnly: keyword('local_files_only'),
};

export const loader: Loader = {
  library: 'transformers',
  language: 'python',
  modules: ['transformers', 'adapters', 'optimum'],
  calls: [
    {
      callee: 'from_pretrained',
      isDistinctive: true,
      id: argument(0, 'pretrained_model_name_or_path', 'pretrained_model_name', 'model_id'),
      revision: keyword('revision'),
      options,
    },
    {
      callee: 'pipeline',
      id: argument(1, 'model'),
      revision: keyword('revision'),
      options: { ...options, task: argument(0, 'task') },
    },
  ],
  examples: [
    {
      code: 'from transformers import AutoModel\nAutoModel.from_pretrained("google-bert/bert-base-uncased")',
      finds: ['google-bert/bert-base-uncased'],
    },
    {
      code: 'import transformers as t\npipe = t.pipeline("summarization", model="facebook/bart-large-cnn")',
      finds: ['facebook/bart-large-cnn'],
    },
    {
      code: 'from transformers import AutoModel\nAutoModel.from_pretrained("./checkpoints/best")',
      finds: [],
    },
    { code: 'from transformers import pipeline\npipe = pipeline("text-generation", model=model)', finds: [] },
  ],
};
