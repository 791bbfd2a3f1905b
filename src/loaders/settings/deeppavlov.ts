import { ownedOrRoot, spacyPipeline } from '../targets.ts';
import type { SettingsFormat, SettingsModel } from './settings-format.ts';

/** Components whose vocabulary is that of a tokenizer of transformers; of others it is a file. */
const preprocessors = [
  'multitask_pipeline_preprocessor',
  'ner_chunker',
  'path_ranking_preprocessor',
  're_preprocessor',
  'rel_ranking_preprocessor',
  'torch_bert_ranker_preprocessor',
  'torch_squad_transformers_preprocessor',
  'torch_transformers_entity_ranker_preprocessor',
  'torch_transformers_multiplechoice_preprocessor',
  'torch_transformers_ner_preprocessor',
  'torch_transformers_preprocessor',
];

function components(key: string, model: Omit<SettingsModel, 'id'>): readonly SettingsModel[] {
  // Some components hold another.
  return ['chainer.pipe.*', 'chainer.pipe.*.*'].map(path => ({ ...model, id: `${path}.${key}` }));
}

function ofClass(...values: readonly string[]): NonNullable<SettingsModel['when']> {
  return { key: 'class_name', values };
}

/** DeepPavlov's chains of components, which its own commands are started with. */
export const format: SettingsFormat = {
  name: 'deeppavlov',
  marks: [['chainer.pipe', 'chainer.in']],
  variables: 'metadata.variables',
  models: [
    ...components('pretrained_bert', { interpret: ownedOrRoot }),
    ...components('backbone_model', { when: ofClass('multitask_transformer'), interpret: ownedOrRoot }),
    ...components('pretrained_model', { when: ofClass('bpr'), interpret: ownedOrRoot }),
    ...components('vocab_file', {
      when: ofClass(...preprocessors),
      interpret: ownedOrRoot,
      isTokenizer: true,
    }),
    ...components('spacy_model', { when: ofClass('stream_spacy_tokenizer'), interpret: spacyPipeline }),
  ],
  examples: [
    {
      file: 'configs/classifiers/sst.json',
      text: '{"chainer": {"in": ["x"], "pipe": [{"class_name": "torch_transformers_preprocessor", "vocab_file": "{BASE}"}, {"class_name": "torch_transformers_classifier", "pretrained_bert": "{BASE}", "save_path": "{MODELS}/org/tuned"}], "out": ["y"]}, "metadata": {"variables": {"BASE": "{OTHER}", "OTHER": "org/model", "MODELS": "~/models"}}}',
      finds: ['huggingface:org/model'],
    },
    {
      file: 'configs/ranking/bpr.json',
      text: '{"chainer": {"in": ["x"], "pipe": [{"class_name": "bpr", "pretrained_model": "bert-base-uncased", "load_path": "org/weights"}, {"class_name": "retriever", "tokenizer": {"class_name": "stream_spacy_tokenizer", "spacy_model": "en_core_web_sm"}}]}}',
      finds: ['huggingface:bert-base-uncased', 'spacy:en_core_web_sm'],
    },
    {
      file: 'configs/classifiers/old.json',
      text: '{"chainer": {"in": ["x"], "pipe": [{"class_name": "bert_preprocessor", "vocab_file": "org/vocab"}, {"class_name": "torch_transformers_classifier", "pretrained_bert": "{DOWNLOADS}/bert"}, {"class_name": "torch_transformers_squad", "pretrained_bert": "{GONE}"}]}, "metadata": {"variables": {"DOWNLOADS": "org", "LOOP": "{LOOP}"}}}',
      finds: [],
    },
    {
      file: 'config.json',
      text: '{"pipe": [{"class_name": "torch_transformers_classifier", "pretrained_bert": "org/model"}]}',
      finds: [],
    },
  ],
};
