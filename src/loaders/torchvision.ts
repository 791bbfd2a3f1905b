import { argument, type Loader, type LoadingCall, type Target } from './loader.ts';

const model = (id: string): Target => ({ hub: 'pytorch', target: `torchvision/${id}` });
const named: Omit<LoadingCall, 'callee' | 'requires'> = { id: 'callee', interpret: architecture };

export const loader: Loader = {
  library: 'torchvision',
  language: 'python',
  modules: ['torchvision'],
  calls: [
    ...['models.*', 'detection.*', 'segmentation.*', 'video.*', 'quantization.*', 'optical_flow.*'].flatMap(
      callee => [
        { ...named, callee, requires: { keywords: ['weights'] } },
        { ...named, callee, requires: argument(0, 'pretrained') },
      ],
    ),
    {
      callee: 'models.get_model',
      id: argument(0, 'name'),
      requires: { keywords: ['weights'] },
      interpret: model,
    },
  ],
  examples: [
    { code: 'from torchvision import models\nmodels.resnet50(pretrained=True)', finds: ['resnet50'] },
    {
      code: 'from torchvision.models import resnet18, ResNet18_Weights\nresnet18(weights=ResNet18_Weights.DEFAULT)',
      finds: ['resnet18'],
    },
    { code: 'import torchvision\ntorchvision.models.resnet50()', finds: [] },
    { code: 'import torchvision\ntorchvision.models.resnet50(weights=None)', finds: [] },
  ],
};

/** Constructors are lower case; classes, enums and the functions beside them are none. */
function architecture(name: string): Target | undefined {
  const isOther = /^(get_|list_)|[A-Z]/.test(name);
  return isOther ? undefined : model(name);
}
