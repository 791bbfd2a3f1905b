import { argument, type Loader } from './loader.ts';
import { ownedOrRoot } from './targets.ts';

/** Its names of models are those of the hub; tokenizers that are made already are taken too. */
const shared = { isOftenOther: true, interpret: ownedOrRoot };

export const loader: Loader = {
  library: 'fast-bert',
  language: 'python',
  modules: ['fast_bert'],
  calls: [
    { ...shared, callee: 'BertDataBunch', id: argument(2, 'tokenizer') },
    { ...shared, callee: 'BertLMDataBunch', id: argument(1, 'tokenizer') },
    { ...shared, callee: 'BertLMDataBunch.from_raw_corpus', id: argument(2, 'tokenizer') },
    { ...shared, callee: 'from_pretrained_model', id: argument(1, 'pretrained_path') },
  ],
  examples: [
    {
      code: 'from fast_bert.data_cls import BertDataBunch\nfrom fast_bert.learner_cls import BertLearner\nbunch = BertDataBunch(data, labels, tokenizer="bert-base-uncased", train_file="train.csv")\nlearner = BertLearner.from_pretrained_model(bunch, pretrained_path="org/model", metrics=metrics)',
      finds: ['bert-base-uncased', 'org/model'],
    },
    {
      code: 'from fast_bert.data_cls import BertDataBunch\nfrom fast_bert.learner_lm import BertLMLearner\nfrom fast_bert.data_lm import BertLMDataBunch\nBertDataBunch(data, labels, "roberta-base", batch_size_per_gpu=16)\nBertLMDataBunch.from_raw_corpus(data, texts, "org/words", clear_cache=True)\nBertLMLearner.from_pretrained_model(bunch, "distilbert-base-uncased", "output")',
      finds: ['roberta-base', 'org/words', 'distilbert-base-uncased'],
    },
    {
      code: 'from fast_bert.data_cls import BertDataBunch\nfrom fast_bert.learner_cls import BertLearner\nBertDataBunch("data", "labels", tokenizer=made)\nBertLearner.from_pretrained_model(bunch, "saved_model", metrics)',
      finds: [],
    },
  ],
};
