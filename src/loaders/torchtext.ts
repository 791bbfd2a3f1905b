import { argument, keyword, type Loader, type Target } from './loader.ts';
import { spacyPipeline } from './targets.ts';

export const loader: Loader = {
  library: 'torchtext',
  language: 'python',
  modules: ['torchtext'],
  calls: [
    {
      callee: 'models.*.get_model',
      id: 'owner',
      unless: { argument: keyword('load_weights'), values: [false] },
      interpret,
    },
    { callee: 'get_tokenizer', id: argument(1, 'language'), interpret: spacyPipeline },
  ],
  examples: [
    {
      code: 'import torchtext\nencoder = torchtext.models.XLMR_BASE_ENCODER.get_model()',
      finds: ['XLMR_BASE_ENCODER'],
    },
    {
      code: 'from torchtext.models import ROBERTA_LARGE_ENCODER, RobertaClassificationHead\nROBERTA_LARGE_ENCODER.get_model(head=RobertaClassificationHead(2, 1024))',
      finds: ['ROBERTA_LARGE_ENCODER'],
    },
    {
      code: 'from torchtext.models import T5_BASE_ENCODER\nT5_BASE_ENCODER.get_model(load_weights=False)\nT5_BASE_ENCODER.transform()',
      finds: [],
    },
    {
      code: 'from torchtext.data.utils import get_tokenizer\nget_tokenizer("spacy", language="de_core_news_sm")\nget_tokenizer("moses", "en")',
      finds: ['de_core_news_sm'],
    },
  ],
};

/** Bundles are constants. */
function interpret(name: string): Target | undefined {
  return /^[A-Z][A-Z0-9_]+$/.test(name) ? { hub: 'pytorch', target: `torchtext/${name}` } : undefined;
}
