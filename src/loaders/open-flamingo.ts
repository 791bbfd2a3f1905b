import { argument, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'open-flamingo',
  language: 'python',
  modules: ['open_flamingo'],
  calls: [
    { callee: 'create_model_and_transforms', id: argument(2, 'lang_encoder_path') },
    { callee: 'create_model_and_transforms', id: argument(3, 'tokenizer_path'), additional: 'tokenizer' },
  ],
  examples: [
    {
      code: 'from open_flamingo import create_model_and_transforms\ncreate_model_and_transforms(clip_vision_encoder_path="ViT-L-14", clip_vision_encoder_pretrained="openai", lang_encoder_path="org/mpt", tokenizer_path="org/tokenizer")',
      finds: ['org/mpt', 'org/tokenizer'],
    },
    {
      code: 'from open_flamingo import create_model_and_transforms\ncreate_model_and_transforms("ViT-L-14", "openai", "/models/mpt", "/models/mpt")',
      finds: [],
    },
  ],
};
