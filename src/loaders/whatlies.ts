import { argument, type Loader } from './loader.ts';
import { withNamespace } from './sentence-transformers.ts';
import { spacyPipeline } from './targets.ts';

export const loader: Loader = {
  library: 'whatlies',
  language: 'python',
  modules: ['whatlies'],
  calls: [
    { callee: 'SpacyLanguage', id: argument(0, 'nlp'), isOftenOther: true, interpret: spacyPipeline },
    { callee: 'HFTransformersLanguage', id: argument(0, 'model_name_or_path') },
    { callee: 'SentenceTFMLanguage', id: argument(0, 'name'), interpret: withNamespace },
  ],
  examples: [
    {
      code: 'from whatlies.language import HFTransformersLanguage, SentenceTFMLanguage, SpacyLanguage\nSpacyLanguage("en_core_web_md")\nHFTransformersLanguage("bert-base-cased")\nSentenceTFMLanguage("distilbert-base-nli-stsb-mean-tokens")',
      finds: ['en_core_web_md', 'bert-base-cased', 'distilbert-base-nli-stsb-mean-tokens'],
    },
    {
      code: 'from whatlies.language import FasttextLanguage, SpacyLanguage\nSpacyLanguage(nlp)\nFasttextLanguage("cc.en.300.bin")',
      finds: [],
    },
  ],
};
