import { hubScheme, owned } from '../targets.ts';
import type { SettingsFormat } from './settings-format.ts';

/** Baseten's Truss: the platform fetches what its configuration names. */
export const format: SettingsFormat = {
  name: 'truss',
  file: /^config\.ya?ml$/,
  marks: [['model_cache'], ['hf_cache'], ['trt_llm'], ['weights', 'resources']],
  models: [
    {
      id: 'model_cache.*.repo_id',
      revision: 'revision',
      when: { key: 'kind', values: ['hf'] },
      interpret: owned,
    },
    { id: 'hf_cache.*.repo_id', revision: 'revision', interpret: owned },
    { id: 'weights.*.source', interpret: hubScheme },
    ...['build', 'build.speculator', 'draft.build', 'target.build'].map(engine => ({
      id: `trt_llm.${engine}.checkpoint_repository.repo`,
      revision: 'revision',
      when: { key: 'source', values: ['HF'] },
      interpret: owned,
    })),
  ],
  examples: [
    {
      file: 'config.yaml',
      text: 'model_name: org/label\nmodel_cache:\n  - repo_id: org/model\n    revision: main\n    ignore_patterns: ["*.bin"]\n  - repo_id: bucket/model\n    kind: gcs\n',
      finds: ['huggingface:org/model'],
    },
    {
      file: 'llama/config.yaml',
      text: 'trt_llm:\n  build:\n    base_model: decoder\n    checkpoint_repository:\n      repo: org/model\n      source: HF\n    speculator:\n      checkpoint_repository: { repo: org/draft, source: HF }\n',
      finds: ['huggingface:org/model', 'huggingface:org/draft'],
    },
    {
      file: 'config.yaml',
      text: 'trt_llm:\n  draft:\n    build:\n      checkpoint_repository: { repo: org/draft, source: HF }\n  target:\n    build:\n      checkpoint_repository: { repo: org/target, source: HF }\n',
      finds: ['huggingface:org/draft', 'huggingface:org/target'],
    },
    {
      file: 'config.yaml',
      text: 'trt_llm:\n  build:\n    checkpoint_repository:\n      repo: bucket/model\n      source: GCS\n',
      finds: [],
    },
    {
      file: 'config.yaml',
      text: 'resources: { use_gpu: true }\nweights:\n  - source: "hf://org/model@v1"\n    mount_location: /models\n  - source: "s3://bucket/model"\n',
      finds: ['huggingface:org/model'],
    },
  ],
};
