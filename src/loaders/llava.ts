import { argument, type Loader, property } from './loader.ts';
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
    {
      callee: 'run_llava.eval_model',
      id: property(0, 'model_path'),
      interpret: owned,
    },
  ],
  examples: [
    {
      code: 'from llava.eval.run_llava import eval_model\neval_model(type("Args", (), {"model_path": "org/model", "model_base": None, "query": "org/query"})())',
      finds: ['org/model'],
    },
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
