import { owned, spacyPipeline, stanzaLanguage } from '../targets.ts';
import type { SettingsFormat } from './settings-format.ts';

const named = 'models.*.model_name';

/** Which models an engine of Presidio's has for which language. */
export const format: SettingsFormat = {
  name: 'presidio',
  marks: [['nlp_engine_name', 'models']],
  models: [
    {
      id: named,
      when: { key: 'nlp_engine_name', values: ['stanza'], isAbove: true },
      interpret: stanzaLanguage,
    },
    { id: named, interpret: spacyPipeline },
    { id: `${named}.spacy`, interpret: spacyPipeline },
    { id: `${named}.transformers`, interpret: owned },
  ],
  examples: [
    {
      file: 'languages.yaml',
      text: 'nlp_engine_name: spacy\nmodels:\n  - lang_code: en\n    model_name: en_core_web_lg\n  - lang_code: es\n    model_name: es_core_news_md\nner_model_configuration:\n  labels_to_ignore: [O]\n',
      finds: ['spacy:en_core_web_lg', 'spacy:es_core_news_md'],
    },
    {
      file: 'transformers.yaml',
      text: 'nlp_engine_name: transformers\nmodels:\n  - lang_code: en\n    model_name:\n      spacy: en_core_web_sm\n      transformers: org/ner\n',
      finds: ['spacy:en_core_web_sm', 'huggingface:org/ner'],
    },
    {
      file: 'models.yaml',
      text: 'models:\n  - lang_code: en\n    model_name: en_core_web_lg\n',
      finds: [],
    },
  ],
};
