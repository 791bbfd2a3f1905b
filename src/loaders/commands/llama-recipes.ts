import { option, type Tool } from './tool.ts';

export const tool: Tool = {
  name: 'llama_recipes.finetuning',
  starts: [
    ['python', '-m', 'llama_recipes.finetuning'],
    ['python', '-m', 'llama_cookbook.finetuning'],
  ],
  id: option('--model_name'),
  examples: [
    {
      command:
        'torchrun --nnodes 1 --nproc_per_node 4 -m llama_recipes.finetuning --enable_fsdp --model_name meta-llama/Llama-2-7b-hf --dist_checkpoint_root_folder org/out',
      finds: ['huggingface:meta-llama/Llama-2-7b-hf'],
    },
    { command: 'python -m llama_recipes.finetuning --model_name ./llama', finds: [] },
  ],
};
