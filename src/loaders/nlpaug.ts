import { argument, type Loader, type LoadingCall } from './loader.ts';

export const loader: Loader = {
  library: 'nlpaug',
  language: 'python',
  modules: ['nlpaug'],
  calls: [
    ...['ContextualWordEmbsAug', 'ContextualWordEmbsForSentenceAug', 'AbstSummAug'].map(
      (callee): LoadingCall => ({ callee, id: argument(0, 'model_path') }),
    ),
    { callee: 'BackTranslationAug', id: argument(0, 'from_model_name') },
    { callee: 'BackTranslationAug', id: argument(1, 'to_model_name'), additional: 'model' },
  ],
  examples: [
    {
      code: 'import nlpaug.augmenter.word as naw\nnaw.ContextualWordEmbsAug(model_path="roberta-base", action="insert")\nnaw.BackTranslationAug(from_model_name="facebook/wmt19-en-de", to_model_name="facebook/wmt19-de-en")',
      finds: ['roberta-base', 'facebook/wmt19-en-de', 'facebook/wmt19-de-en'],
    },
    { code: 'import nlpaug.augmenter.word as naw\nnaw.SynonymAug(aug_src="wordnet")', finds: [] },
  ],
};
