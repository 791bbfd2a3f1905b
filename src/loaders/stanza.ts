import { argument, type Loader, type Target } from './loader.ts';

export const loader: Loader = {
  library: 'stanza',
  language: 'python',
  modules: ['stanza'],
  calls: [
    { callee: 'download', id: argument(0, 'lang'), interpret },
    { callee: 'Pipeline', id: argument(0, 'lang'), interpret },
  ],
  examples: [
    {
      code: 'import stanza\nstanza.download("en")\nnlp = stanza.Pipeline(lang="zh-hans", processors="tokenize,pos")',
      finds: ['en', 'zh-hans'],
    },
    { code: 'import stanza\nnlp = stanza.Pipeline()\nstanza.Pipeline("./models")', finds: [] },
  ],
};

/** A language by its code. Which packages of it are loaded is for the processors to say. */
function interpret(language: string): Target | undefined {
  return /^([a-z]{2,3}(-[a-z]+)?|multilingual)$/.test(language)
    ? { hub: 'library', target: `stanza/${language}` }
    : undefined;
}
