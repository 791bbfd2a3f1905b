import { argument, keyword, type Loader, type Target } from './loader.ts';
import { pipelineName } from './spacy-names.ts';
import { packages } from './spacy-packages.ts';
import { ownedOrRoot } from './targets.ts';

const others = new Set(packages);

/** What spaCy 2 understood by a bare language. */
const shortcuts = new Map([
  ['en', 'en_core_web_sm'],
  ['xx', 'xx_ent_wiki_sm'],
  ...['de', 'el', 'es', 'fr', 'it', 'lt', 'nb', 'nl', 'pt'].map((language): [string, string] => [
    language,
    `${language}_core_news_sm`,
  ]),
]);

export const loader: Loader = {
  library: 'spacy',
  language: 'python',
  modules: ['spacy', ...packages],
  modulePattern: pipelineName,
  calls: [
    { callee: 'load', id: argument(0, 'name'), interpret },
    { callee: 'load', id: 'import', interpret: pipeline },
    { callee: 'load_model', id: argument(0, 'name'), interpret },
    { callee: 'download', id: argument(0, 'model'), interpret },
    {
      callee: 'add_pipe',
      isMethod: true,
      isOftenOther: true,
      id: keyword('config.model_path', 'config.model.name', 'config.model', 'config.gliner_model'),
      variant: argument(0, 'factory_name'),
      interpret: ofPipe,
    },
  ],
  examples: [
    {
      code: 'import spacy\nnlp = spacy.load("en_core_web_sm")\nold = spacy.load("de")',
      finds: ['en_core_web_sm', 'de'],
    },
    {
      code: 'import en_core_web_lg, en_healthsea\nnlp = en_core_web_lg.load()\nhealth = en_healthsea.load()',
      finds: ['en_core_web_lg', 'en_healthsea'],
    },
    {
      code: 'from spacy.cli import download\nimport spacy.cli as cli\ndownload("fr_core_news_md")\ncli.download("en_core_web_md-3.7.1")',
      finds: ['fr_core_news_md', 'en_core_web_md-3.7.1'],
    },
    {
      code: 'import spacy\nfrom fastcoref import spacy_component\nnlp = spacy.load("en_core_web_sm")\nnlp.add_pipe("fastcoref", config={"model_path": "biu-nlp/lingmess-coref"})\nnlp.add_pipe("transformer", config={"model": {"name": "roberta-base"}})',
      finds: ['en_core_web_sm', 'biu-nlp/lingmess-coref', 'roberta-base'],
    },
    {
      code: 'import spacy\nnlp = spacy.blank("en")\nnlp.add_pipe("my_part", config={"model_path": "org/model"})\nnlp.add_pipe("classy_classification", config={"model": "spacy"})',
      finds: [],
    },
    {
      code: 'import spacy, my_pipeline\nnlp = spacy.load("./my_pipeline")\nspacy.load("output/model-best")\nmy_pipeline.load()\nspacy.blank("en")',
      finds: [],
    },
  ],
};

/** What published parts of pipelines load: fastcoref, spacy-transformers, SpanMarker, GLiNER and Classy Classification. */
const parts = new Set([
  'fastcoref',
  'transformer',
  'curated_transformer',
  'span_marker',
  'gliner_spacy',
  'text_categorizer',
  'classy_classification',
]);

function ofPipe(name: string, part: string | undefined): Target | undefined {
  return part !== undefined && parts.has(part) ? ownedOrRoot(name) : undefined;
}

function pipeline(name: string): Target | undefined {
  return pipelineName.test(name) || others.has(name.replaceAll('-', '_'))
    ? { hub: 'spacy', target: name }
    : undefined;
}

/** A name, what spaCy 2 took for one, or a name with the version of its package. */
function interpret(name: string): Target | undefined {
  return pipeline(shortcuts.get(name) ?? name.replace(/-\d+\.\d+\.\d+$/, ''));
}
