import { spacyPipeline } from '../targets.ts';
import type { SettingsFormat } from './settings-format.ts';

/** Rasa's pipeline of components. */
export const format: SettingsFormat = {
  name: 'rasa',
  marks: [['pipeline', 'language']],
  models: [
    {
      id: 'pipeline.*.model_weights',
      when: { key: 'name', values: ['LanguageModelFeaturizer', 'HFTransformersNLP'] },
    },
    {
      id: 'pipeline.*.model',
      when: { key: 'name', values: ['SpacyNLP'] },
      interpret: spacyPipeline,
    },
  ],
  examples: [
    {
      file: 'config.yml',
      text: 'language: en\npipeline:\n  - name: SpacyNLP\n    model: en_core_web_md\n  - name: LanguageModelFeaturizer\n    model_name: bert\n    model_weights: rasa/LaBSE\n  - name: DIETClassifier\n    epochs: 100\n',
      finds: ['spacy:en_core_web_md', 'huggingface:rasa/LaBSE'],
    },
    { file: 'config.yml', text: 'pipeline:\n  - name: Other\n    model: en_core_web_md\n', finds: [] },
  ],
};
