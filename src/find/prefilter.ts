import { loaders } from '../loaders/registry.generated.ts';
import type { IsKnownId } from './mentions.ts';

/** Every program of its field imports these; what loads from them is named more closely below. */
const common = ['torch', 'tensorflow'];

const distinctive = loaders.flatMap(loader =>
  loader.calls.filter(call => call.isDistinctive).map(call => call.callee),
);
const words = [...modulesOf('ecmascript'), ...distinctive].concat([
  'torch.hub',
  'import torch as',
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

/** A quoted text of the form of an id: with an owner, or with a hyphen as bare names of models have. */
const quotedIds = /["'`]([\w.]+[/-][\w./-]*)\\?["'`]/g;
const quotedPackages = /["'`]([a-z]{2,3}_(?:core|dep|ent)_\w+)\\?["'`]/;

/** Whether a file's text can hold a loading call or a known id at all. Most files cannot and need no parsing. */
export function mayNameModels(text: string, isKnownId: IsKnownId): boolean {
  return mayLoadModels(text) || quotedPackages.test(text) || hasKnownId(text, isKnownId);
}

const unquotedIds = /[\w.-]+\/[\w.-]+/g;
const commands = /\b(?:vllm|sglang|huggingface-cli|ollama|huggingface\.co)\b|\bhf download\b|spacy download/;
/** Settings are short. What is longer is data. */
const longestSettings = 400_000;

/** Whether a file of settings or of a workflow can name a model. */
export function maySetModels(text: string, isKnownId: IsKnownId): boolean {
  if (text.length > longestSettings) return false;
  if (commands.test(text)) return true;
  for (const [id] of text.matchAll(unquotedIds)) if (isKnownId(id)) return true;
  return false;
}

function hasKnownId(text: string, isKnownId: IsKnownId): boolean {
  for (const [, id = ''] of text.matchAll(quotedIds)) if (isKnownId(id)) return true;
  return false;
}

/** Whether a text can hold a loading call. */
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
