import { argument, keyword, type Loader, type LoadingCall } from './loader.ts';
import { modelScope } from './targets.ts';

const shared: Omit<LoadingCall, 'callee' | 'id'> = {
  revision: keyword('revision'),
  options: { trustRemoteCode: keyword('trust_remote_code'), localFilesOnly: keyword('local_files_only') },
  unless: { argument: keyword('repo_type'), values: ['dataset', 'space', 'studio'] },
  interpret: modelScope,
};

export const loader: Loader = {
  library: 'modelscope',
  language: 'python',
  modules: ['modelscope'],
  calls: [
    {
      ...shared,
      callee: 'from_pretrained',
      id: argument(0, 'model_name_or_path', 'pretrained_model_name_or_path'),
    },
    {
      ...shared,
      callee: 'snapshot_download',
      id: argument(0, 'model_id', 'repo_id'),
      revision: argument(1, 'revision'),
    },
    {
      ...shared,
      callee: 'model_file_download',
      id: argument(0, 'model_id'),
      revision: argument(2, 'revision'),
      options: { ...shared.options, filename: argument(1, 'file_path') },
    },
    ...['pipeline', 'hf_pipeline'].map(callee => ({
      ...shared,
      callee,
      id: argument(1, 'model'),
      revision: keyword('model_revision', 'revision'),
      options: { ...shared.options, task: argument(0, 'task') },
    })),
  ],
  examples: [
    {
      code: 'from modelscope import snapshot_download\nsnapshot_download("qwen/Qwen-7B", revision="v1.1.8")',
      finds: ['qwen/Qwen-7B'],
    },
    {
      code: 'from modelscope.pipelines import pipeline\nfrom modelscope import AutoTokenizer\npipeline("word-segmentation", model="damo/nlp_structbert_word-segmentation_chinese-base")\nAutoTokenizer.from_pretrained("ZhipuAI/chatglm3-6b")',
      finds: ['damo/nlp_structbert_word-segmentation_chinese-base', 'ZhipuAI/chatglm3-6b'],
    },
    {
      code: 'from modelscope import Model, snapshot_download, dataset_snapshot_download\nModel.from_pretrained("/mnt/model")\nsnapshot_download(repo_id="AI-ModelScope/alpaca", repo_type="dataset")\ndataset_snapshot_download("AI-ModelScope/alpaca")',
      finds: [],
    },
  ],
};
