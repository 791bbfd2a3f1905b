import { keyword, type Loader } from './loader.ts';

/** A metric itself is no model; some load one to compute with: BERTScore by `model_type`, perplexity by `model_id`. */
export const loader: Loader = {
  library: 'evaluate',
  language: 'python',
  modules: ['evaluate', 'datasets'],
  calls: ['load', 'load_metric'].map(load => ({
    callee: `${load}.().compute`,
    isMethod: true,
    id: keyword('model_type', 'model_id'),
    isOftenOther: true,
  })),
  examples: [
    {
      code: 'import evaluate\nmetric = evaluate.load("bertscore")\nmetric.compute(predictions=a, references=b, model_type="microsoft/deberta-xlarge-mnli")\nmetric.compute(predictions=a, references=b, lang="en")',
      finds: ['microsoft/deberta-xlarge-mnli'],
    },
    {
      code: 'from datasets import load_metric\nload_metric("bertscore").compute(predictions=a, references=b, model_type="roberta-large")',
      finds: ['roberta-large'],
    },
    {
      code: 'from evaluate import load\nperplexity = load("perplexity", module_type="metric")\nperplexity.compute(predictions=a, model_id="gpt2")',
      finds: ['gpt2'],
    },
    {
      code: 'import evaluate\nevaluate.load("org/metric").compute(predictions=a, references=b)',
      finds: [],
    },
  ],
};
