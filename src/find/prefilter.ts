import { loaders } from '../loaders/registry.generated.ts';

/** Every program of its field imports these; what loads from them is named more closely below. */
const common = ['torch', 'tensorflow'];

const distinctive = loaders.flatMap(loader =>
  loader.calls.filter(call => call.isDistinctive).map(call => call.callee),
);
const words = [...modulesOf('ecmascript'), ...distinctive].concat([
  'torch.hub',
  'from torch import',
  'torch import hub',
  'load_state_dict_from_url',
  'download_url_to_file',
  'model_zoo',
  'keras.applications',
  'keras.models',
  'keras.saving',
]);

/** Python's modules bear everyday names (`clip`, `nemo`), so they count only where a line imports them. */
const imported = [
  ...modulesOf('python').map(escaped),
  // spaCy's own pipelines are packages too.
  '[a-z]{2,3}_(?:core|dep|ent|sent|vectors)_\\w+',
];
const pattern = new RegExp(
  `${words.map(escaped).join('|')}|(?:import|from)\\s[^\\n]{0,200}?\\b(?:${imported.join('|')})\\b`,
);

/** Whether a file's text can hold a loading call at all. Most files cannot and need no parsing. */
export function mayLoadModels(text: string): boolean {
  return pattern.test(text);
}

function modulesOf(language: 'python' | 'ecmascript'): readonly string[] {
  const modules = loaders.filter(loader => loader.language === language).flatMap(loader => loader.modules);
  return [...new Set(modules)].filter(word => !common.includes(word)).sort();
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
