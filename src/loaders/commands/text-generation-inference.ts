import { option, type Tool } from './tool.ts';

export const tool: Tool = {
  name: 'text-generation-launcher',
  starts: [
    ['text-generation-launcher'],
    ['text-generation-server', 'download-weights'],
    ['text-embeddings-router'],
  ],
  image: /(^|\/)text-(generation|embeddings)-inference(:|@|$)/,
  id: { position: 0, options: ['--model-id'] },
  revision: option('--revision'),
  examples: [
    {
      command: 'text-generation-launcher --model-id bigscience/bloom-560m --revision abc --port 8080',
      finds: ['huggingface:bigscience/bloom-560m'],
    },
    {
      command:
        'docker run -v $PWD:/data ghcr.io/huggingface/text-generation-inference:3.0 --model-id HuggingFaceH4/zephyr-7b-beta',
      finds: ['huggingface:HuggingFaceH4/zephyr-7b-beta'],
    },
    { command: 'text-generation-launcher --model-id /data/mine', finds: [] },
  ],
};
