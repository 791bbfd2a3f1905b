import { type Loader, type LoadingCall, property } from './loader.ts';

const shared: Omit<LoadingCall, 'callee' | 'id'> = {
  revision: property(0, 'revision'),
  options: { filename: property(0, 'path') },
  unless: {
    argument: property(0, 'repo.type'),
    values: ['dataset', 'space', 'bucket', 'kernel'],
  },
};

/** A repository is a text, or an object with a type; `datasets/…` and its like are no models. */
export const loader: Loader = {
  library: '@huggingface/hub',
  language: 'ecmascript',
  modules: ['@huggingface/hub'],
  calls: ['downloadFile', 'downloadFileToCacheDir', 'fileDownloadInfo', 'snapshotDownload'].flatMap(
    callee => [
      { ...shared, callee, id: property(0, 'repo.name') },
      { ...shared, callee, id: property(0, 'repo') },
    ],
  ),
  examples: [
    {
      code: "import { downloadFile } from '@huggingface/hub';\nawait downloadFile({ repo: 'openai-community/gpt2', path: 'config.json' });",
      finds: ['openai-community/gpt2'],
    },
    {
      code: "import * as hub from '@huggingface/hub';\nhub.snapshotDownload({ repo: { type: 'model', name: 'Xenova/gpt2' }, revision: 'main' });",
      finds: ['Xenova/gpt2'],
    },
    {
      code: "import { downloadFile, uploadFile } from '@huggingface/hub';\ndownloadFile({ repo: { type: 'dataset', name: 'rajpurkar/squad' }, path: 'a.json' });\ndownloadFile({ repo: 'spaces/gradio/hello', path: 'app.py' });\nuploadFile({ repo: 'me/mine', file });",
      finds: [],
    },
  ],
};
