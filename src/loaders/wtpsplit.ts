import { argument, huggingFace, keyword, type Loader, type LoadingCall, type Target } from './loader.ts';

/** The owner each class puts before a name, and what its own names look like. A folder may be given as well. */
const splitter = (callee: string, owner: string, name: RegExp): LoadingCall => ({
  callee,
  id: argument(0, 'model_name_or_model'),
  variant: keyword('hub_prefix'),
  interpret: (id, prefix): Target | undefined => {
    if (id.includes('/')) return huggingFace(id);
    if (prefix !== undefined) return huggingFace(`${prefix}/${id}`);
    return name.test(id) ? huggingFace(`${owner}/${id}`) : undefined;
  },
});

export const loader: Loader = {
  library: 'wtpsplit',
  language: 'python',
  modules: ['wtpsplit'],
  calls: [
    splitter('SaT', 'segment-any-text', /^sat-\d+l(-[a-z-]+)?$/),
    splitter('WtP', 'benjamin', /^wtp-(bert|canine)-[a-z0-9-]+$/),
  ],
  examples: [
    { code: 'from wtpsplit import SaT\nsat = SaT("sat-3l-sm")', finds: ['sat-3l-sm'] },
    { code: 'from wtpsplit import WtP\nwtp = WtP("wtp-bert-mini")', finds: ['wtp-bert-mini'] },
    { code: 'from wtpsplit import SaT\nSaT("my-splitter", hub_prefix="ghost")', finds: ['my-splitter'] },
    { code: 'from wtpsplit import SaT\nSaT("./my-splitter")\nSaT("my_splitter")', finds: [] },
  ],
};
