import { argument, keyword, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'farm',
  language: 'python',
  modules: ['farm'],
  calls: [
    ...['LanguageModel', 'Tokenizer', 'Inferencer', 'QAInferencer'].map(name => ({
      callee: `${name}.load`,
      id: argument(0, 'pretrained_model_name_or_path', 'model_name_or_path'),
      revision: keyword('revision'),
    })),
    { callee: 'AdaptiveModel.convert_from_transformers', id: argument(0, 'model_name_or_path') },
  ],
  examples: [
    {
      code: 'from farm.infer import Inferencer\nfrom farm.modeling.tokenization import Tokenizer\nInferencer.load("deepset/roberta-base-squad2", task_type="question_answering")\nTokenizer.load(pretrained_model_name_or_path="bert-base-german-cased")',
      finds: ['deepset/roberta-base-squad2', 'bert-base-german-cased'],
    },
    { code: 'from farm.infer import Inferencer\nInferencer.load("./saved")', finds: [] },
  ],
};
