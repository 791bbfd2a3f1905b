import { argument, keyword, type Loader } from './loader.ts';

/** Intel's libraries put their own classes behind the names of transformers. */
export const loader: Loader = {
  library: 'intel',
  language: 'python',
  modules: ['intel_extension_for_transformers', 'ipex_llm', 'bigdl', 'neural_compressor'],
  calls: [
    {
      callee: 'from_pretrained',
      id: argument(0, 'pretrained_model_name_or_path'),
      revision: keyword('revision'),
      options: { trustRemoteCode: keyword('trust_remote_code') },
    },
  ],
  examples: [
    {
      code: 'from intel_extension_for_transformers.transformers import AutoModelForCausalLM\nAutoModelForCausalLM.from_pretrained("Intel/neural-chat-7b-v3-1", load_in_4bit=True)',
      finds: ['Intel/neural-chat-7b-v3-1'],
    },
    {
      code: 'from ipex_llm.transformers import AutoModel\nAutoModel.from_pretrained("THUDM/chatglm3-6b", trust_remote_code=True)\nAutoModel.load_low_bit("saved/chatglm")',
      finds: ['THUDM/chatglm3-6b'],
    },
    { code: 'from ipex_llm.transformers import AutoModel\nAutoModel.from_pretrained(path)', finds: [] },
  ],
};
