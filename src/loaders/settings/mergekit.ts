import type { Target } from '../loader.ts';
import { owned } from '../targets.ts';
import type { SettingsFormat } from './settings-format.ts';

/** Run with `mergekit-yaml settings.yml out`. */
export const format: SettingsFormat = {
  name: 'mergekit',
  marks: [['merge_method'], ['experts', 'base_model']],
  models: [
    { id: 'base_model', interpret: withAdapter },
    { id: 'models.*.model', interpret: withAdapter },
    { id: 'slices.*.sources.*.model', interpret: withAdapter },
    { id: 'experts.*.source_model', interpret: withAdapter },
  ],
  examples: [
    {
      file: 'merge.yml',
      text: 'models:\n  - model: org/a\n  - model: ./local\nbase_model: org/base\nmerge_method: ties\n',
      finds: ['huggingface:org/a', 'huggingface:org/base'],
    },
    {
      file: 'slices.yml',
      text: 'slices:\n  - sources:\n      - model: org/a\n        layer_range: [0, 32]\nmerge_method: slerp\n',
      finds: ['huggingface:org/a'],
    },
    { file: 'list.yml', text: 'models:\n  - model: org/a\n', finds: [] },
  ],
};

/** `owner/name+owner/adapter`: the model that the adapter is put on. */
function withAdapter(id: string): Target | undefined {
  return owned(id.split('+')[0] ?? id);
}
