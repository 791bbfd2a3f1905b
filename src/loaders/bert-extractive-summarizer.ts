import { argument, type Loader } from './loader.ts';
import { withNamespace } from './sentence-transformers.ts';
import { ownedOrRoot } from './targets.ts';

export const loader: Loader = {
  library: 'bert-extractive-summarizer',
  language: 'python',
  modules: ['summarizer'],
  calls: [
    { callee: 'Summarizer', id: argument(0, 'model'), interpret: ownedOrRoot },
    { callee: 'TransformerSummarizer', id: argument(1, 'transformer_model_key') },
    { callee: 'SBertSummarizer', id: argument(0, 'model'), interpret: withNamespace },
  ],
  examples: [
    {
      code: 'from summarizer import Summarizer, TransformerSummarizer\nSummarizer("distilbert-base-uncased")\nTransformerSummarizer(transformer_type="GPT2", transformer_model_key="gpt2-medium")',
      finds: ['distilbert-base-uncased', 'gpt2-medium'],
    },
    { code: 'from summarizer import Summarizer\nSummarizer()', finds: [] },
  ],
};
