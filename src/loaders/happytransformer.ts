import { argument, type Loader } from './loader.ts';

/** The first argument is the kind of model (`T5`), the second the model. */
const classes = [
  'HappyGeneration',
  'HappyNextSentence',
  'HappyQuestionAnswering',
  'HappyTextClassification',
  'HappyTextToText',
  'HappyTokenClassification',
  'HappyWordPrediction',
];

export const loader: Loader = {
  library: 'happytransformer',
  language: 'python',
  modules: ['happytransformer'],
  calls: classes.map(callee => ({ callee, id: argument(1, 'model_name') })),
  examples: [
    {
      code: 'from happytransformer import HappyTextToText\nHappyTextToText("T5", "vennify/t5-base-grammar-correction")',
      finds: ['vennify/t5-base-grammar-correction'],
    },
    { code: 'from happytransformer import HappyTextToText\nHappyTextToText()', finds: [] },
  ],
};
