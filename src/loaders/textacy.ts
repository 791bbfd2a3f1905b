import { argument, type Loader } from './loader.ts';
import { spacyPipeline } from './targets.ts';

/** It loads pipelines of spaCy, and takes those that are loaded already, too. */
const shared = { isOftenOther: true, interpret: spacyPipeline } as const;

export const loader: Loader = {
  library: 'textacy',
  language: 'python',
  modules: ['textacy'],
  calls: [
    { ...shared, callee: 'load_spacy_lang', id: argument(0, 'name') },
    { ...shared, callee: 'make_spacy_doc', id: argument(1, 'lang') },
    { ...shared, callee: 'Doc', id: argument(2, 'lang') },
    { ...shared, callee: 'Corpus', id: argument(0, 'lang') },
  ],
  examples: [
    {
      code: 'import textacy\ntextacy.make_spacy_doc("A talk.", lang="en_core_web_sm")\ntextacy.Corpus("de_core_news_sm", data=texts)\ntextacy.load_spacy_lang("fr_core_news_md", disable=("parser",))',
      finds: ['en_core_web_sm', 'de_core_news_sm', 'fr_core_news_md'],
    },
    { code: 'import textacy\ntextacy.make_spacy_doc(text, lang=nlp)\ntextacy.Corpus("en")', finds: [] },
  ],
};
