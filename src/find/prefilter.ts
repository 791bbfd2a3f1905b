import { loaders } from '../loaders/registry.generated.ts';
import type { IsKnownId } from './mentions.ts';

const distinctive = loaders.flatMap(loader =>
  loader.calls.filter(call => call.isDistinctive).map(call => call.callee),
);
const words = [...new Set([...loaders.flatMap(loader => loader.modules), ...distinctive])]
  // Every program of its field imports these; what loads from them is named more closely below.
  .filter(word => word !== 'torch')
  .concat([
    'torch.hub',
    'from torch import',
    'torch import hub',
    'load_state_dict_from_url',
    '_core_',
    '_dep_',
    '_ent_',
  ]);

const pattern = new RegExp(words.map(word => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'));

/** A quoted text of the form of an id: with an owner, or with a hyphen as bare names of models have. */
const quotedIds = /["'`]([\w.]+[/-][\w./-]*)\\?["'`]/g;
const quotedPackages = /["'`]([a-z]{2,3}_(?:core|dep|ent)_\w+)\\?["'`]/;

/** Whether a file's text can hold a loading call or a known id at all. Most files cannot and need no parsing. */
export function mayNameModels(text: string, isKnownId: IsKnownId): boolean {
  return mayLoadModels(text) || quotedPackages.test(text) || hasKnownId(text, isKnownId);
}

function hasKnownId(text: string, isKnownId: IsKnownId): boolean {
  for (const [, id = ''] of text.matchAll(quotedIds)) if (isKnownId(id)) return true;
  return false;
}

function mayLoadModels(text: string): boolean {
  return pattern.test(text);
}
