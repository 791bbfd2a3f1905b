import { argument, type Loader, type Target } from './loader.ts';

/** Names of the pipelines spaCy publishes: language, kind, genre and size. */
const pipelineName = /^[a-z]{2,3}_(core|dep|ent|sent|vectors)_[a-z]+_(sm|md|lg|trf)$/;
const interpret = (name: string): Target | undefined =>
  pipelineName.test(name) ? { hub: 'spacy', target: name } : undefined;

export const loader: Loader = {
  library: 'spacy',
  language: 'python',
  modules: ['spacy'],
  modulePattern: pipelineName,
  calls: [
    { callee: 'load', id: argument(0, 'name'), interpret },
    { callee: 'load', id: 'import', interpret },
    { callee: 'cli.download', id: argument(0, 'model'), interpret },
  ],
  examples: [
    { code: 'import spacy\nnlp = spacy.load("en_core_web_sm")', finds: ['en_core_web_sm'] },
    { code: 'import en_core_web_lg\nnlp = en_core_web_lg.load()', finds: ['en_core_web_lg'] },
    { code: 'import spacy\nnlp = spacy.load("./my_pipeline")', finds: [] },
  ],
};
