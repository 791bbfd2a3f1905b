import { argument, type Loader, type LoadingCall } from './loader.ts';

/** Classes whose first argument is the kind of model (`bert`, `t5`) and whose second is the model. */
const byKind = [
  'ClassificationModel',
  'MultiLabelClassificationModel',
  'MultiModalClassificationModel',
  'NERModel',
  'QuestionAnsweringModel',
  'ConvAIModel',
  'LanguageModelingModel',
  'LanguageGenerationModel',
  'RepresentationModel',
  'T5Model',
];

export const loader: Loader = {
  library: 'simpletransformers',
  language: 'python',
  modules: ['simpletransformers'],
  calls: [
    ...byKind.map((callee): LoadingCall => ({ callee, id: argument(1, 'model_name') })),
    { callee: 'Seq2SeqModel', id: argument(1, 'encoder_name', 'encoder_decoder_name') },
    { callee: 'Seq2SeqModel', id: argument(2, 'decoder_name'), additional: 'model' },
    { callee: 'Seq2SeqModel', id: argument(3, 'encoder_decoder_name'), additional: 'model' },
    { callee: 'RetrievalModel', id: argument(1, 'model_name') },
    { callee: 'RetrievalModel', id: argument(2, 'context_encoder_name'), additional: 'model' },
    { callee: 'RetrievalModel', id: argument(3, 'query_encoder_name'), additional: 'model' },
  ],
  examples: [
    {
      code: 'from simpletransformers.t5 import T5Model, T5Args\nT5Model("t5", "thanathorn/mt5-cpe-kmutt-thai-sentence-sum", use_cuda=False)',
      finds: ['thanathorn/mt5-cpe-kmutt-thai-sentence-sum'],
    },
    {
      code: 'from simpletransformers.classification import ClassificationModel\nClassificationModel("roberta", "roberta-base", num_labels=3)\nClassificationModel("roberta", "outputs/best")',
      finds: ['roberta-base'],
    },
    {
      code: 'from simpletransformers.seq2seq import Seq2SeqModel\nSeq2SeqModel(encoder_decoder_type="bart", encoder_decoder_name="facebook/bart-large")\nSeq2SeqModel("bert", "bert-base-cased", "bert-base-uncased")',
      finds: ['facebook/bart-large', 'bert-base-cased', 'bert-base-uncased'],
    },
  ],
};
