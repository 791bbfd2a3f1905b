import { argument, type Loader } from './loader.ts';

/** `Llama(model_path=)` opens a local file; only `from_pretrained` downloads. */
export const loader: Loader = {
  library: 'llama-cpp-python',
  language: 'python',
  modules: ['llama_cpp'],
  calls: [
    {
      callee: 'from_pretrained',
      id: argument(0, 'repo_id', 'pretrained_model_name_or_path'),
      options: { filename: argument(1, 'filename') },
    },
  ],
  examples: [
    {
      code: 'from llama_cpp import Llama\nllm = Llama.from_pretrained(repo_id="Qwen/Qwen2-0.5B-Instruct-GGUF", filename="*q8_0.gguf")',
      finds: ['Qwen/Qwen2-0.5B-Instruct-GGUF'],
    },
    {
      code: 'from llama_cpp.llama_tokenizer import LlamaHFTokenizer\nLlamaHFTokenizer.from_pretrained("meetkai/functionary-small-v2.2-GGUF")',
      finds: ['meetkai/functionary-small-v2.2-GGUF'],
    },
    { code: 'from llama_cpp import Llama\nllm = Llama(model_path="models/7B/q4.gguf")', finds: [] },
  ],
};
