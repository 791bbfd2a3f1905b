import { argument, type Loader } from './loader.ts';
import { ownedOrRoot } from './targets.ts';

const commands = [
  'benchmark',
  'capture_onnx_graph',
  'diffusion_lora',
  'extract_adapters',
  'finetune',
  'generate_cost_model',
  'optimize',
  'quantize',
];

/** Microsoft's Olive. */
export const loader: Loader = {
  library: 'olive',
  language: 'python',
  modules: ['olive'],
  calls: [
    ...['HfModelHandler', 'DiffusersModelHandler'].map(callee => ({ callee, id: argument(0, 'model_path') })),
    // What they are given may also lie in a folder.
    ...commands.map(callee => ({
      callee,
      id: argument(0, 'model_name_or_path'),
      isOftenOther: true,
      interpret: ownedOrRoot,
    })),
  ],
  examples: [
    {
      code: 'from olive.model import HfModelHandler\nHfModelHandler(model_path="microsoft/phi-2", task="text-generation")',
      finds: ['microsoft/phi-2'],
    },
    {
      code: 'from olive import optimize\noptimize(model_name_or_path="microsoft/phi-2", precision="int4")',
      finds: ['microsoft/phi-2'],
    },
    { code: 'import olive\nolive.quantize("model.onnx")', finds: [] },
  ],
};
