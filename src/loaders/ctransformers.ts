import { argument, keyword, type Loader } from './loader.ts';

/** `AutoTokenizer.from_pretrained` of this library takes a model that was loaded before, not an id. */
export const loader: Loader = {
  library: 'ctransformers',
  language: 'python',
  modules: ['ctransformers'],
  calls: ['AutoModelForCausalLM', 'AutoConfig'].map(name => ({
    callee: `${name}.from_pretrained`,
    id: argument(0, 'model_path_or_repo_id'),
    revision: keyword('revision'),
    options: { localFilesOnly: keyword('local_files_only'), filename: keyword('model_file') },
  })),
  examples: [
    {
      code: 'from ctransformers import AutoModelForCausalLM\nAutoModelForCausalLM.from_pretrained("TheBloke/Llama-2-7B-GGML", model_file="llama-2-7b.ggmlv3.q4_0.bin")',
      finds: ['TheBloke/Llama-2-7B-GGML'],
    },
    {
      code: 'from ctransformers import AutoModelForCausalLM, AutoTokenizer\nmodel = AutoModelForCausalLM.from_pretrained("/models/ggml.bin", hf=True)\nAutoTokenizer.from_pretrained(model)',
      finds: [],
    },
  ],
};
