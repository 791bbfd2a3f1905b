import type { SettingsFormat, SettingsModel } from './settings-format.ts';

/** Of the functions that complete prompts, those that load the model on the machine; the others ask a service. */
const when: SettingsModel['when'] = {
  key: 'fn_completions',
  values: ['huggingface_local_completions', 'vllm_local_completions'],
  isAbove: true,
};

/** The models and annotators that AlpacaEval knows by the names of their settings. */
export const format: SettingsFormat = {
  name: 'alpaca_eval',
  marks: [['*.fn_completions', '*.completions_kwargs']],
  models: ['model_name', 'adapters_name'].map(key => ({ id: `*.completions_kwargs.${key}`, when })),
  examples: [
    {
      file: 'models_configs/small/configs.yaml',
      text: 'small:\n  prompt_template: "small/prompt.txt"\n  fn_completions: "huggingface_local_completions"\n  completions_kwargs:\n    model_name: "org/small"\n    model_kwargs:\n      torch_dtype: "bfloat16"\n    max_new_tokens: 2048\n  pretty_name: "org/pretty"\n',
      finds: ['huggingface:org/small'],
    },
    {
      file: 'models_configs/tuned/configs.yaml',
      text: 'tuned:\n  fn_completions: vllm_local_completions\n  completions_kwargs:\n    model_name: org/base\n    adapters_name: org/adapter\n',
      finds: ['huggingface:org/base', 'huggingface:org/adapter'],
    },
    {
      file: 'models_configs/hosted/configs.yaml',
      text: 'hosted:\n  fn_completions: openai_completions\n  completions_kwargs:\n    model_name: org/hosted\n',
      finds: [],
    },
  ],
};
