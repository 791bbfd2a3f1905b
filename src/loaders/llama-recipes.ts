import { keyword, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'llama-recipes',
  language: 'python',
  modules: ['llama_recipes', 'llama_cookbook'],
  calls: [
    { callee: 'finetuning.main', id: keyword('model_name') },
    { callee: 'load_model', id: keyword('model_name') },
  ],
  examples: [
    {
      code: 'from llama_recipes.finetuning import main as finetune\noptions = {"model_name": "meta-llama/Llama-2-7b-hf", "dataset": "samsum_dataset"}\nfinetune(**options)',
      finds: ['meta-llama/Llama-2-7b-hf'],
    },
    {
      code: 'from llama_recipes.inference.model_utils import load_model\nload_model(model_name="meta-llama/Llama-2-7b-hf", quantization=None)',
      finds: ['meta-llama/Llama-2-7b-hf'],
    },
    { code: 'from llama_recipes import finetuning\nfinetuning.main(model_name="./llama")', finds: [] },
  ],
};
