import type { SettingsFormat } from './settings-format.ts';

/** What Triton's vLLM backend makes its engine with: `model.json` in the folder of a version of a model. */
export const format: SettingsFormat = {
  name: 'triton-vllm',
  file: /^model\.json$/,
  marks: [
    'disable_log_requests',
    'disable_log_stats',
    'enforce_eager',
    'gpu_memory_utilization',
    'max_model_len',
    'num_speculative_tokens',
    'speculative_config',
    'speculative_model',
    'tensor_parallel_size',
  ].map(engine => [engine, 'model']),
  models: [
    { id: 'model', revision: 'revision' },
    { id: 'tokenizer', revision: 'tokenizer_revision', isTokenizer: true },
    { id: 'speculative_model' },
    { id: 'speculative_config.model' },
  ],
  examples: [
    {
      file: 'models/opt/1/model.json',
      text: '{ "model": "org/model", "disable_log_requests": true, "gpu_memory_utilization": 0.5 }',
      finds: ['huggingface:org/model'],
    },
    {
      file: 'models/opt/1/model.json',
      text: '{ "model": "org/model", "speculative_config": { "model": "org/draft", "num_speculative_tokens": 5 } }',
      finds: ['huggingface:org/model', 'huggingface:org/draft'],
    },
    {
      file: 'models/opt/1/model.json',
      text: '{ "model": "/models/opt", "enforce_eager": true }',
      finds: [],
    },
    {
      file: 'models/opt/1/model.json',
      text: '{ "model": "org/label", "layers": 12 }',
      finds: [],
    },
  ],
};
