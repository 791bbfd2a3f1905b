import { argument, type Loader } from './loader.ts';
import { owned } from './targets.ts';

/** LLaVA and what was made from it: all have `load_pretrained_model(model_path, model_base, model_name)`. */
export const loader: Loader = {
  library: 'llava',
  language: 'python',
  modules: [
    'llava',
    'bunny',
    'cambrian',
    'longva',
    'moellava',
    'mplug_owl2',
    'tinyllava',
    'videollama2',
    'videollava',
  ],
  calls: [
    {
      callee: 'load_pretrained_model',
      id: argument(0, 'model_path', 'model_name_or_path'),
      interpret: owned,
    },
    {
      callee: 'load_pretrained_model',
      id: argument(1, 'model_base'),
      additional: 'model',
      interpret: owned,
    },
  ],
  examples: [
    {
      code: 'from llava.model.builder import load_pretrained_model\nload_pretrained_model("liuhaotian/llava-v1.5-7b", None, "llava-v1.5-7b")\nload_pretrained_model("org/lora", "lmsys/vicuna-7b-v1.5", "llava-lora")',
      finds: ['liuhaotian/llava-v1.5-7b', 'org/lora', 'lmsys/vicuna-7b-v1.5'],
    },
    {
      code: 'from llava.model.builder import load_pretrained_model\nload_pretrained_model("checkpoint", None, "llava")',
      finds: [],
    },
  ],
};
