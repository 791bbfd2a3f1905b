import { address, argument, huggingFace, keyword, type Loader, type Target } from './loader.ts';
import { weightsAt } from './targets.ts';

const url = { id: argument(0, 'url'), interpret: address };

export const loader: Loader = {
  library: 'torch.hub',
  language: 'python',
  modules: ['torch'],
  calls: [
    {
      callee: 'hub.load',
      id: argument(0, 'repo_or_dir', 'github'),
      // Written behind a colon in the id itself.
      revision: {},
      options: { trustRemoteCode: keyword('trust_repo'), task: argument(1, 'model') },
      unless: { argument: keyword('source'), values: ['local'] },
      interpret: repository,
    },
    {
      callee: 'hub.load',
      // What the entry point is called with.
      id: argument(2, 'pretrained_model_name_or_path'),
      revision: keyword('revision'),
      options: { task: argument(1, 'model') },
      variant: argument(0, 'repo_or_dir', 'github'),
      additional: 'model',
      interpret: ofTransformers,
    },
    { ...url, callee: 'load_state_dict_from_url', options: { weightsOnly: keyword('weights_only') } },
    { ...url, callee: 'model_zoo.load_url' },
    {
      ...url,
      callee: 'download_url_to_file',
      isOftenOther: true,
      interpret: weightsAt,
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
    {
      code: 'from torch.hub import load_state_dict_from_url as fetch\nimport torch.utils.model_zoo as zoo\nfetch("https://example.org/net.pth")\nzoo.load_url("https://example.org/old.pth")',
      finds: ['https://example.org/net.pth', 'https://example.org/old.pth'],
    },
    {
      code: 'import torch\ntorch.hub.load("huggingface/pytorch-transformers", "tokenizer", "bert-base-uncased")\ntorch.hub.load("huggingface/transformers:main", "model", "org/name", output_attentions=True)\ntorch.hub.load("huggingface/pytorch-transformers", "model", "./saved/bert/")\ntorch.hub.load("ghost/nets", "model", "org/other")',
      finds: [
        'huggingface/pytorch-transformers',
        'bert-base-uncased',
        'huggingface/transformers:main',
        'org/name',
        'huggingface/pytorch-transformers',
        'ghost/nets',
      ],
    },
    {
      code: 'import torch\ntorch.hub.load(".", "custom", source="local")\ntorch.hub.load("models/yolo", "custom", source="local")\ntorch.hub.download_url_to_file("https://example.org/photo.jpg", "photo.jpg")',
      finds: [],
    },
    { code: 'import torch\ntorch.load("model.pt")\ntorch.hub.list("pytorch/vision")', finds: [] },
  ],
};

function repository(id: string): Target | undefined {
  const [, target, revision] = /^([\w-][\w.-]*\/[\w-][\w.-]*)(?::(.+))?$/.exec(id) ?? [];
  if (target === undefined) return undefined;
  return revision === undefined ? { hub: 'pytorch-hub', target } : { hub: 'pytorch-hub', target, revision };
}

/** The entry points of transformers, which has had three names, take what `from_pretrained` takes. */
function ofTransformers(id: string, from = ''): Target | undefined {
  const isTransformers = /^huggingface\/(?:(?:pytorch-)?transformers|pytorch-pretrained-bert)(?::|$)/i.test(
    from,
  );
  return isTransformers ? huggingFace(id) : undefined;
}
