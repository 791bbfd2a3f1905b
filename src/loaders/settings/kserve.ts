import { hubScheme } from '../targets.ts';
import type { SettingsFormat } from './settings-format.ts';

/** KServe's services: the platform fetches what they serve before their container starts. */
export const format: SettingsFormat = {
  name: 'kserve',
  file: /\.ya?ml$/,
  marks: [
    ['spec.predictor', 'apiVersion'],
    ['spec.model.uri', 'apiVersion'],
  ],
  models: [
    { id: 'spec.predictor.*.storageUri', interpret: hubScheme },
    { id: 'spec.model.uri', interpret: hubScheme },
  ],
  examples: [
    {
      file: 'llama.yaml',
      text: 'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: org-label }\nspec:\n  predictor:\n    model:\n      modelFormat: { name: huggingface }\n      storageUri: hf://org/model:main\n',
      finds: ['huggingface:org/model'],
    },
    {
      file: 'opt.yaml',
      text: 'apiVersion: serving.kserve.io/v1alpha1\nkind: LLMInferenceService\nspec:\n  model:\n    uri: "hf://org/model"\n    name: org/label\n',
      finds: ['huggingface:org/model'],
    },
    {
      file: 'bucket.yaml',
      text: 'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nspec:\n  predictor:\n    model:\n      storageUri: gs://bucket/org/model\n',
      finds: [],
    },
  ],
};
