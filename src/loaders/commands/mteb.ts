import { option, type Tool } from './tool.ts';

export const tool: Tool = {
  name: 'mteb run',
  starts: [
    ['mteb', 'run'],
    ['python', '-m', 'mteb', 'run'],
  ],
  id: option('-m', '--model', '--model_name'),
  examples: [
    {
      command: 'mteb run -m sentence-transformers/all-MiniLM-L6-v2 -t Banking77Classification --verbosity 3',
      finds: ['huggingface:sentence-transformers/all-MiniLM-L6-v2'],
    },
    { command: 'mteb run -m ./checkpoints/last -t NQ', finds: [] },
    { command: 'mteb available_tasks', finds: [] },
  ],
};
