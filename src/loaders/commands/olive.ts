import { option, type Tool } from './tool.ts';

const commands = [
  'auto-opt',
  'benchmark',
  'capture-onnx-graph',
  'diffusion-lora',
  'extract-adapters',
  'finetune',
  'generate-cost-model',
  'optimize',
  'quantize',
];

/** Microsoft's Olive. */
export const tool: Tool = {
  name: 'olive',
  starts: commands.flatMap(command => [
    ['olive', command],
    ['python', '-m', 'olive', command],
  ]),
  id: option('-m', '--model_name_or_path'),
  examples: [
    {
      command: 'olive optimize --model_name_or_path org/model --precision int4 --output_path out/int4',
      finds: ['huggingface:org/model'],
    },
    { command: 'olive finetune -m org/model -d org/data -o out', finds: ['huggingface:org/model'] },
    { command: 'olive quantize -m ./model.onnx -o out', finds: [] },
  ],
};
