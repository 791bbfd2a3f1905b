import { option, type Tool } from './tool.ts';

export const tool: Tool = {
  name: 'optimum-cli export',
  starts: [
    ['optimum-cli', 'export'],
    ['python', '-m', 'optimum.exporters.onnx'],
    ['python', '-m', 'transformers.onnx'],
  ],
  id: option('-m', '--model'),
  revision: option('--revision'),
  examples: [
    {
      command: 'optimum-cli export onnx --model distilbert-base-uncased out/',
      finds: ['huggingface:distilbert-base-uncased'],
    },
    {
      command: 'optimum-cli export openvino -m openai/whisper-tiny out',
      finds: ['huggingface:openai/whisper-tiny'],
    },
  ],
};
