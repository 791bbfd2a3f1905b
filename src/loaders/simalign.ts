import { argument, type Loader } from './loader.ts';
import { ownedOrRoot } from './targets.ts';

/** Its own short names; any other goes to the hub as it is. */
const shortNames: ReadonlyMap<string, string> = new Map([
  ['bert', 'bert-base-multilingual-cased'],
  ['xlmr', 'xlm-roberta-base'],
]);

export const loader: Loader = {
  library: 'simalign',
  language: 'python',
  modules: ['simalign'],
  calls: ['SentenceAligner', 'EmbeddingLoader'].map(callee => ({
    callee,
    id: argument(0, 'model'),
    interpret: id => ownedOrRoot((callee === 'SentenceAligner' ? shortNames.get(id) : undefined) ?? id),
  })),
  examples: [
    {
      code: 'from simalign import SentenceAligner\nSentenceAligner(model="bert", token_type="bpe", matching_methods="mai")\nSentenceAligner("xlmr")',
      finds: ['bert', 'xlmr'],
    },
    {
      code: 'import simalign\nsimalign.SentenceAligner(model="xlm-roberta-large", device="cuda")\nsimalign.SentenceAligner("aneuraz/awesome-align-with-co")\nsimalign.simalign.EmbeddingLoader("roberta-base", layer=6)',
      finds: ['xlm-roberta-large', 'aneuraz/awesome-align-with-co', 'roberta-base'],
    },
    {
      code: 'from simalign import SentenceAligner\nSentenceAligner()\nSentenceAligner(model="models/aligner/")\nSentenceAligner(token_type="bpe")',
      finds: [],
    },
  ],
};
