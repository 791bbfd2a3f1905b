import { argument, keyword, type Loader, type Target } from './loader.ts';

export const loader: Loader = {
  library: 'torch.hub',
  language: 'python',
  modules: ['torch'],
  calls: [
    {
      callee: 'hub.load',
      id: argument(0, 'repo_or_dir'),
      // Written behind a colon in the id itself.
      revision: {},
      options: { trustRemoteCode: keyword('trust_repo'), task: argument(1, 'model') },
      unless: { argument: keyword('source'), values: ['local'] },
      interpret: repository,
    },
    {
      callee: 'load_state_dict_from_url',
      id: argument(0, 'url'),
      options: { weightsOnly: keyword('weights_only') },
      interpret: id => (/^https?:\/\//.test(id) ? { hub: 'url', target: id } : undefined),
    },
  ],
  examples: [
    {
      code: 'import torch\ntorch.hub.load("pytorch/vision:v0.10.0", "resnet18")',
      finds: ['pytorch/vision:v0.10.0'],
    },
    {
      code: 'from torch import hub\nhub.load("ultralytics/yolov5", "yolov5s", trust_repo=True)',
      finds: ['ultralytics/yolov5'],
    },
    { code: 'import torch\ntorch.hub.load(".", "custom", source="local")', finds: [] },
    { code: 'import torch\ntorch.load("model.pt")', finds: [] },
  ],
};

function repository(id: string): Target | undefined {
  const [, target, revision] = /^([\w.-]+\/[\w.-]+)(?::(.+))?$/.exec(id) ?? [];
  if (target === undefined) return undefined;
  return revision === undefined ? { hub: 'pytorch-hub', target } : { hub: 'pytorch-hub', target, revision };
}
