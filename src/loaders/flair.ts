import { argument, huggingFace, huggingFaceAt, type Loader, type Target } from './loader.ts';
import { withNamespace } from './sentence-transformers.ts';

/** Short names of models on the Hugging Face Hub, grouped by the prefix that the library's own repositories share. */
const english = ['ner', 'upos', 'pos', 'frame', 'chunk'].flatMap((task): [string, string][] => [
  [task, `flair/${task}-english`],
  [`${task}-fast`, `flair/${task}-english-fast`],
]);
const published = new Map([
  ...english,
  ['ner-large', 'flair/ner-english-large'],
  ['ner-ontonotes', 'flair/ner-english-ontonotes'],
  ['ner-ontonotes-fast', 'flair/ner-english-ontonotes-fast'],
  ['ner-ontonotes-large', 'flair/ner-english-ontonotes-large'],
  ['ner-multi', 'flair/ner-multi'],
  ['ner-multi-fast', 'flair/ner-multi-fast'],
  ['multi-ner', 'flair/ner-multi'],
  ['pos-multi', 'flair/upos-multi'],
  ['pos-multi-fast', 'flair/upos-multi-fast'],
  ['multi-pos', 'flair/upos-multi'],
  ['multi-pos-fast', 'flair/upos-multi-fast'],
  ['da-ner', 'flair/ner-danish'],
  ['de-ner', 'flair/ner-german'],
  ['de-ner-large', 'flair/ner-german-large'],
  ['de-ner-legal', 'flair/ner-german-legal'],
  ['de-ler', 'flair/ner-german-legal'],
  ['es-ner-large', 'flair/ner-spanish-large'],
  ['fr-ner', 'flair/ner-french'],
  ['nl-ner', 'flair/ner-dutch'],
  ['nl-ner-large', 'flair/ner-dutch-large'],
  ['hunflair2', 'hunflair/hunflair2-ner'],
  ['bioner', 'hunflair/hunflair2-ner'],
]);
const ownSite =
  /^((en-)?sentiment(-fast)?|de-offensive-language|communicative-functions|tars-(base|ner)|relations|linker|zelda|hunflair(-[a-z]+)*|frame-large|keyphrase|negation-speculation|(da|de|ml|pt)-u?pos(-[a-z]+)?)$/;

export const loader: Loader = {
  library: 'flair',
  language: 'python',
  modules: ['flair'],
  calls: [
    { callee: 'load', id: argument(0, 'model_path', 'model'), isOftenOther: true, interpret },
    { callee: 'TransformerEmbeddings', id: argument(0, 'model') },
    { callee: 'TransformerWordEmbeddings', id: argument(0, 'model') },
    { callee: 'TransformerDocumentEmbeddings', id: argument(0, 'model') },
    { callee: 'SentenceTransformerDocumentEmbeddings', id: argument(0, 'model'), interpret: withNamespace },
    // They take embeddings that are loaded already, too.
    { callee: 'TARSClassifier', id: argument(3, 'embeddings'), isOftenOther: true },
    { callee: 'TARSTagger', id: argument(3, 'embeddings'), isOftenOther: true },
  ],
  examples: [
    {
      code: 'from flair.models import SequenceTagger\nSequenceTagger.load("flair/ner-english-large")\nSequenceTagger.load("ner")',
      finds: ['flair/ner-english-large', 'ner'],
    },
    {
      code: 'from flair.nn import Classifier\nfrom flair.embeddings import TransformerWordEmbeddings\nClassifier.load("sentiment")\nTransformerWordEmbeddings("xlm-roberta-large")',
      finds: ['sentiment', 'xlm-roberta-large'],
    },
    {
      code: 'from flair.embeddings import TransformerEmbeddings\nfrom flair.models import TARSClassifier\nTARSClassifier(embeddings="sshleifer/tiny-distilroberta-base")\nTransformerEmbeddings("distilbert-base-cased", use_context=True)',
      finds: ['sshleifer/tiny-distilroberta-base', 'distilbert-base-cased'],
    },
    {
      code: 'from flair.models import SequenceTagger, TARSTagger\nSequenceTagger.load("resources/taggers/final-model.pt")\nSequenceTagger.load("best-model")\nTARSTagger(embeddings=embeddings)',
      finds: [],
    },
  ],
};

function interpret(name: string): Target | undefined {
  const id = published.get(name);
  if (id !== undefined) return huggingFace(id);
  if (ownSite.test(name)) return { hub: 'library', target: `flair/${name}` };
  return name.includes('/') ? huggingFaceAt(name) : undefined;
}
