import { argument, huggingFaceAt, keyword, type Loader, type Target } from './loader.ts';

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
    {
      callee: 'create_model',
      id: keyword('pretrained_cfg_overlay.hf_hub_id', 'pretrained_cfg.hf_hub_id'),
      requires: argument(1, 'pretrained'),
      additional: 'model',
    },
    { callee: '*', id: 'callee', requires: keyword('pretrained'), interpret: architecture },
  ],
  examples: [
    { code: 'import timm\ntimm.create_model("resnet50", pretrained=True)', finds: ['resnet50'] },
    {
      code: 'from timm import create_model\ncreate_model("hf_hub:timm/vit_base_patch16_224.augreg_in21k", pretrained=True)\ncreate_model("hf-hub:nateraw/resnet18-random@main", True)',
      finds: ['hf_hub:timm/vit_base_patch16_224.augreg_in21k', 'hf-hub:nateraw/resnet18-random@main'],
    },
    {
      code: 'import timm\ntimm.create_model("vit_base_patch16_224", pretrained=True, pretrained_cfg_overlay=dict(hf_hub_id="org/vit"))\ntimm.create_model("vit_tiny_patch16_224", pretrained=True, pretrained_cfg_overlay=dict(file="vit.npz"))',
      finds: ['vit_base_patch16_224', 'org/vit', 'vit_tiny_patch16_224'],
    },
    {
      code: 'from timm.models.vision_transformer import vit_base_patch16_224\nvit_base_patch16_224(pretrained=True)',
      finds: ['vit_base_patch16_224'],
    },
    {
      code: 'import timm\ntimm.create_model("resnet50", pretrained=False)\ntimm.create_model("local-dir:weights/vit", pretrained=True)',
      finds: [],
    },
    {
      code: 'import timm\ntimm.create_model("resnet50")\ntimm.models.resnet50()\ntimm.list_models(pretrained=True)',
      finds: [],
    },
  ],
};

function interpret(id: string): Target | undefined {
  const [, published] = /^(?:hf[_-]hub:)(.+)$/.exec(id) ?? [];
  if (published !== undefined) return huggingFaceAt(published);
  const [, name] = /^(?:timm[:/])?([a-z0-9_]+(?:\.[a-z0-9_]+)?)$/i.exec(id) ?? [];
  return name === undefined ? undefined : { hub: 'timm', target: name };
}

/** Constructors are lower case and begin with no verb. */
function architecture(name: string): Target | undefined {
  const isOther = /[A-Z]|^_|^(create|list|load|build|get|set|is|has|checkpoint|resolve|model)_/.test(name);
  return isOther ? undefined : interpret(name);
}
