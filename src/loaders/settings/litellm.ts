import { routed } from '../targets.ts';
import type { SettingsFormat } from './settings-format.ts';

/** The models that LiteLLM's proxy serves. */
export const format: SettingsFormat = {
  name: 'litellm',
  marks: [['model_list']],
  models: [{ id: 'model_list.*.litellm_params.model', interpret: routed }],
  examples: [
    {
      file: 'litellm_config.yaml',
      text: 'model_list:\n  - model_name: small\n    litellm_params:\n      model: huggingface/org/model\n  - model_name: large\n    litellm_params: { model: openai/gpt-4o }\n  - model_name: local\n    litellm_params: { model: ollama/llama3 }\n',
      finds: ['huggingface:org/model', 'ollama:llama3'],
    },
    { file: 'models.yaml', text: 'models:\n  - model: huggingface/org/model\n', finds: [] },
  ],
};
