import { loaders } from '../loaders/registry.generated.ts';

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

/** Whether a file's text can hold a loading call at all. Most files cannot and need no parsing. */
export function mayLoadModels(text: string): boolean {
  return pattern.test(text);
}
