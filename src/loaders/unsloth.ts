import { argument, keyword, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'unsloth',
  language: 'python',
  modules: ['unsloth'],
  calls: [
    {
      callee: 'from_pretrained',
      id: argument(0, 'model_name'),
      revision: keyword('revision'),
      options: { trustRemoteCode: keyword('trust_remote_code') },
    },
  ],
  examples: [
    {
      code: 'from unsloth import FastLanguageModel\nmodel, tokenizer = FastLanguageModel.from_pretrained(model_name="unsloth/Llama-3.2-1B-Instruct", max_seq_length=2048)',
      finds: ['unsloth/Llama-3.2-1B-Instruct'],
    },
    {
      code: 'from unsloth import FastVisionModel\nFastVisionModel.from_pretrained("unsloth/Qwen2-VL-7B-Instruct", load_in_4bit=True)',
      finds: ['unsloth/Qwen2-VL-7B-Instruct'],
    },
    {
      code: 'from unsloth import FastLanguageModel\nFastLanguageModel.from_pretrained("./lora_model")\nmodel.push_to_hub("me/lora_model")',
      finds: [],
    },
  ],
};
