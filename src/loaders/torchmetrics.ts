import { argument, type Loader, type LoadingCall } from './loader.ts';

/** Functions take what they compare first: one list for the quality of images, else two. */
const compare = (callee: string, compared = 2): LoadingCall => ({
  callee,
  id: argument(compared, 'model_name_or_path'),
});

export const loader: Loader = {
  library: 'torchmetrics',
  language: 'python',
  modules: ['torchmetrics'],
  calls: [
    { callee: 'CLIPScore', id: argument(0, 'model_name_or_path') },
    { callee: 'CLIPImageQualityAssessment', id: argument(0, 'model_name_or_path') },
    { callee: 'BERTScore', id: argument(0, 'model_name_or_path') },
    { callee: 'InfoLM', id: argument(0, 'model_name_or_path') },
    compare('clip_score'),
    compare('clip_image_quality_assessment', 1),
    compare('bert_score'),
    compare('infolm'),
  ],
  examples: [
    {
      code: 'from torchmetrics.multimodal.clip_score import CLIPScore\nCLIPScore(model_name_or_path="openai/clip-vit-base-patch16")\nCLIPScore()',
      finds: ['openai/clip-vit-base-patch16'],
    },
    {
      code: 'from torchmetrics.functional.multimodal import clip_score\nfrom functools import partial\nclip_score(images, texts, model_name_or_path="openai/clip-vit-large-patch14")',
      finds: ['openai/clip-vit-large-patch14'],
    },
    {
      code: 'from torchmetrics.functional.multimodal import clip_image_quality_assessment, clip_score\nclip_score(images, "a photo", "openai/clip-vit-base-patch16")\nclip_image_quality_assessment(images, "openai/clip-vit-base-patch32")\nclip_score(images, "a photo")',
      finds: ['openai/clip-vit-base-patch16', 'openai/clip-vit-base-patch32'],
    },
    {
      code: 'from torchmetrics.text.bert import BERTScore\nBERTScore("roberta-large")\nfrom torchmetrics import Accuracy\nAccuracy(task="binary")',
      finds: ['roberta-large'],
    },
  ],
};
