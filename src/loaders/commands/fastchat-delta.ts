import { ownedOrRoot } from '../targets.ts';
import { option, type Tool } from './tool.ts';

/** Vicuna's first weights were published as what has to be added to LLaMA's: both are loaded, the sum is written. */
export const tool: Tool = {
  name: 'fastchat.model.apply_delta',
  starts: [['python', '-m', 'fastchat.model.apply_delta']],
  id: option('--base-model-path', '--base', '--delta-path', '--delta'),
  switches: ['--low-cpu-mem'],
  interpret: ownedOrRoot,
  examples: [
    {
      command:
        'python3 -m fastchat.model.apply_delta --base-model-path org/base --target-model-path org/sum --delta-path org/delta --low-cpu-mem',
      finds: ['huggingface:org/base', 'huggingface:org/delta'],
    },
    {
      command: 'python -m fastchat.model.apply_delta --base ~/base --target ./sum --delta org/delta',
      finds: ['huggingface:org/delta'],
    },
  ],
};
