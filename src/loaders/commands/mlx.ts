import { option, type Tool } from './tool.ts';

const programs = ['generate', 'chat', 'server', 'convert', 'lora', 'fuse'];

export const tool: Tool = {
  name: 'mlx_lm',
  starts: ['mlx_lm', 'mlx_vlm'].flatMap(library =>
    programs.flatMap(program => [
      [`${library}.${program}`],
      [library, program],
      ['python', '-m', `${library}.${program}`],
      ['python', '-m', library, program],
    ]),
  ),
  id: option('--model', '--hf-path'),
  examples: [
    {
      command: 'mlx_lm.generate --model mlx-community/Mistral-7B-Instruct-v0.3-4bit --prompt hi',
      finds: ['huggingface:mlx-community/Mistral-7B-Instruct-v0.3-4bit'],
    },
    {
      command: 'python -m mlx_lm.convert --hf-path mistralai/Mistral-7B-v0.1 -q',
      finds: ['huggingface:mistralai/Mistral-7B-v0.1'],
    },
  ],
};
