import { argument, type Loader } from './loader.ts';
import { spacyPipeline } from './targets.ts';

/** Fetches a pipeline where it is not there yet, and loads it as spaCy does. */
export const loader: Loader = {
  library: 'spacy-download',
  language: 'python',
  modules: ['spacy_download'],
  calls: [{ callee: 'load_spacy', id: argument(0, 'model_name'), interpret: spacyPipeline }],
  examples: [
    {
      code: 'from spacy_download import load_spacy\nnlp = load_spacy("en_core_web_sm", exclude=["ner"])',
      finds: ['en_core_web_sm'],
    },
    { code: 'from spacy_download import load_spacy\nload_spacy("./trained")', finds: [] },
  ],
};
