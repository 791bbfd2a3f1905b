import { keyword, type Loader, type LoadingCall } from './loader.ts';
import { owned, spacyPipeline } from './targets.ts';

/** Each language's model: `{"lang_code": "en", "model_name": "en_core_web_lg"}`. */
const models = 'models.*.model_name';

function named(callee: string, path: string): readonly LoadingCall[] {
  return [
    { callee, id: keyword(path), isOftenOther: true, interpret: spacyPipeline },
    // A pipeline of spaCy's with a model of the Hub for the entities.
    ...['spacy', 'transformers'].map(
      (key): LoadingCall => ({
        callee,
        id: keyword(`${path}.${key}`),
        isOftenOther: true,
        additional: 'model',
        interpret: key === 'spacy' ? spacyPipeline : owned,
      }),
    ),
  ];
}

export const loader: Loader = {
  library: 'presidio',
  language: 'python',
  modules: ['presidio_analyzer'],
  calls: [
    ...named('NlpEngineProvider', `nlp_configuration.${models}`),
    ...['SpacyNlpEngine', 'TransformersNlpEngine'].flatMap(callee => named(callee, models)),
  ],
  examples: [
    {
      code: 'from presidio_analyzer.nlp_engine import NlpEngineProvider\nconfiguration = {"nlp_engine_name": "spacy", "models": [{"lang_code": "es", "model_name": "es_core_news_md"}, {"lang_code": "en", "model_name": "en_core_web_lg"}]}\nprovider = NlpEngineProvider(nlp_configuration=configuration)\nengine = provider.create_engine()',
      finds: ['es_core_news_md', 'en_core_web_lg'],
    },
    {
      code: 'from presidio_analyzer.nlp_engine import SpacyNlpEngine, TransformersNlpEngine\nTransformersNlpEngine(models=[{"lang_code": "en", "model_name": {"spacy": "en_core_web_sm", "transformers": "org/ner"}}])\nSpacyNlpEngine(models=[{"lang_code": "de", "model_name": "de_core_news_sm"}])',
      finds: ['en_core_web_sm', 'org/ner', 'de_core_news_sm'],
    },
    {
      code: 'from presidio_analyzer.nlp_engine import NlpEngineProvider, SpacyNlpEngine\nNlpEngineProvider(nlp_configuration={"nlp_engine_name": "stanza", "models": [{"lang_code": "en", "model_name": "en"}]})\nNlpEngineProvider(conf_file="conf.yaml")\nSpacyNlpEngine(models=[{"lang_code": "en", "model_name": "./en"}])',
      finds: [],
    },
  ],
};
