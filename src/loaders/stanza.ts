import { argument, type Loader } from './loader.ts';
import { stanzaLanguage } from './targets.ts';

export const loader: Loader = {
  library: 'stanza',
  language: 'python',
  modules: ['stanza'],
  calls: [
    { callee: 'download', id: argument(0, 'lang'), interpret: stanzaLanguage },
    { callee: 'Pipeline', id: argument(0, 'lang'), interpret: stanzaLanguage },
  ],
  examples: [
    {
      code: 'import stanza\nstanza.download("en")\nnlp = stanza.Pipeline(lang="zh-hans", processors="tokenize,pos")',
      finds: ['en', 'zh-hans'],
    },
    { code: 'import stanza\nnlp = stanza.Pipeline()\nstanza.Pipeline("./models")', finds: [] },
  ],
};
