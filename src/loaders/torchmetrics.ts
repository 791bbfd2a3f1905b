import { argument, keyword, type Loader, type LoadingCall } from './loader.ts';

const byKeyword = (callee: string): LoadingCall => ({ callee, id: keyword('model_name_or_path') });

export const loader: Loader = {
  library: 'torchmetrics',
  language: 'python',
  modules: ['torchmetrics'],
  calls: [
    { callee: 'CLIPScore', id: argument(0, 'model_name_or_path') },
    { callee: 'CLIPImageQualityAssessment', id: argument(0, 'model_name_or_path') },
    { callee: 'BERTScore', id: argument(0, 'model_name_or_path') },
    { callee: 'InfoLM', id: argument(0, 'model_name_or_path') },
    ...['clip_score', 'clip_image_quality_assessment', 'bert_score', 'infolm'].map(byKeyword),
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
      code: 'from torchmetrics.text.bert import BERTScore\nBERTScore("roberta-large")\nfrom torchmetrics import Accuracy\nAccuracy(task="binary")',
      finds: ['roberta-large'],
    },
  ],
};
