import { argument, keyword, type Loader, type LoadingCall } from './loader.ts';

const shared: Omit<LoadingCall, 'callee'> = {
  id: argument(0, 'repo_id'),
  revision: keyword('revision'),
  options: { localFilesOnly: keyword('local_files_only') },
  unless: { argument: keyword('repo_type'), values: ['dataset', 'space'] },
};
const file = { ...shared, options: { ...shared.options, filename: argument(1, 'filename') } };

export const loader: Loader = {
  library: 'huggingface_hub',
  language: 'python',
  modules: ['huggingface_hub'],
  calls: [
    { ...file, callee: 'hf_hub_download' },
    { ...file, callee: 'hf_hub_url' },
    { ...file, callee: 'cached_download' },
    { ...shared, callee: 'snapshot_download' },
    { ...shared, callee: 'from_pretrained_keras', id: argument(0, 'pretrained_model_name_or_path') },
    { ...shared, callee: 'from_pretrained_fastai' },
    { callee: 'InferenceClient', id: argument(0, 'model') },
    { callee: 'AsyncInferenceClient', id: argument(0, 'model') },
  ],
  examples: [
    {
      code: 'from huggingface_hub import hf_hub_download\nhf_hub_download(repo_id="ggml-org/models", filename="tiny.gguf")',
      finds: ['ggml-org/models'],
    },
    {
      code: 'from huggingface_hub import snapshot_download as fetch\nfetch("bigscience/bloom-560m")',
      finds: ['bigscience/bloom-560m'],
    },
    {
      code: 'from huggingface_hub import hf_hub_download\nhf_hub_download("squad", "train.json", repo_type="dataset")',
      finds: [],
    },
  ],
};
