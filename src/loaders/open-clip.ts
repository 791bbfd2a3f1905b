import { openClipTag } from '../model/open-clip-tag.ts';
import { argument, huggingFace, type Loader, type LoadingCall, type Target } from './loader.ts';

const prefix = 'hf-hub:';
const model: Omit<LoadingCall, 'callee'> = {
  id: argument(0, 'model_name'),
  variant: argument(1, 'pretrained'),
  unless: { argument: argument(2, 'load_weights'), values: [false] },
  interpret: openClipModel,
};

export const loader: Loader = {
  library: 'open_clip',
  language: 'python',
  modules: ['open_clip'],
  calls: [
    { ...model, callee: 'create_model_and_transforms' },
    { ...model, callee: 'create_model' },
    { ...model, callee: 'create_model_from_pretrained' },
    { callee: 'get_tokenizer', id: argument(0, 'model_name'), interpret: published },
    { callee: 'HFTokenizer', id: argument(0, 'tokenizer_name') },
  ],
  examples: [
    {
      code: 'import open_clip\nopen_clip.create_model_and_transforms("ViT-B-32", pretrained="laion2b_s34b_b79k")\nopen_clip.create_model("RN50", "openai")',
      finds: ['ViT-B-32', 'RN50'],
    },
    {
      code: 'import open_clip\nname = "hf-hub:laion/CLIP-ViT-g-14-laion2B-s12B-b42K"\nmodel, _, preprocess = open_clip.create_model_and_transforms(name)\ntokenizer = open_clip.get_tokenizer(name)',
      finds: ['hf-hub:laion/CLIP-ViT-g-14-laion2B-s12B-b42K', 'hf-hub:laion/CLIP-ViT-g-14-laion2B-s12B-b42K'],
    },
    {
      code: 'from open_clip import HFTokenizer\nHFTokenizer("bert-base-uncased", context_length=256)',
      finds: ['bert-base-uncased'],
    },
    {
      code: 'import open_clip\nopen_clip.create_model("ViT-B-32")\nopen_clip.create_model("ViT-B-32", pretrained="logs/epoch_10.pt")\nopen_clip.get_tokenizer("ViT-B-32")',
      finds: [],
    },
  ],
};

function published(name: string): Target | undefined {
  return name.startsWith(prefix) ? huggingFace(name.slice(prefix.length)) : undefined;
}

/** An architecture alone has no weights; the tag beside it names them. The library reads `ViT-B/32` as `ViT-B-32`. */
export function openClipModel(name: string, tag: string | undefined): Target | undefined {
  if (name.includes(':')) return published(name);
  if (tag === undefined || !/^[a-z0-9][a-z0-9_-]*$/i.test(tag)) return undefined;
  return {
    hub: 'open-clip',
    target: `${name.replaceAll('/', '-')}/${openClipTag(tag)}`,
  };
}
