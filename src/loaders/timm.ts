import { argument, huggingFace, type Loader, type Target } from './loader.ts';

export const loader: Loader = {
  library: 'timm',
  language: 'python',
  modules: ['timm'],
  calls: [
    {
      callee: 'create_model',
      id: argument(0, 'model_name'),
      requires: argument(1, 'pretrained'),
      interpret,
    },
  ],
  examples: [
    { code: 'import timm\ntimm.create_model("resnet50", pretrained=True)', finds: ['resnet50'] },
    {
      code: 'from timm import create_model\ncreate_model("hf_hub:timm/vit_base_patch16_224.augreg_in21k", pretrained=True)',
      finds: ['hf_hub:timm/vit_base_patch16_224.augreg_in21k'],
    },
    { code: 'import timm\ntimm.create_model("resnet50", pretrained=False)', finds: [] },
    { code: 'import timm\ntimm.create_model("resnet50")', finds: [] },
  ],
};

function interpret(id: string): Target | undefined {
  const [, name] = /^hf[_-]hub:(.+)$/.exec(id) ?? [];
  if (name === undefined)
    return /^[a-z0-9_]+(\.[a-z0-9_]+)?$/i.test(id) ? { hub: 'timm', target: id } : undefined;
  const [path = name, revision] = name.split('@');
  const target = huggingFace(path);
  return target && revision !== undefined ? { ...target, revision } : target;
}
