import { huggingFace } from '../loader.ts';
import type { CommandTarget, Tool } from './tool.ts';

/** `pretrained=ID,revision=main,dtype=float16`. */
function interpret(text: string): CommandTarget | undefined {
  const found = /(?:^|,)(?:pretrained|model)=([^,]+)/.exec(text);
  const id = found?.[1];
  const target = id === undefined ? undefined : huggingFace(id);
  if (found === null || id === undefined || target === undefined) return undefined;
  const end = found.index + found[0].length;
  const revision = /(?:^|,)revision=([^,]+)/.exec(text)?.[1];
  return { ...target, at: [end - id.length, end], ...(revision !== undefined && { revision }) };
}

export const tool: Tool = {
  name: 'lm_eval',
  starts: [
    ['lm_eval'],
    ['lm-eval'],
    ['python', '-m', 'lm_eval'],
    ['lmms_eval'],
    ['lmms-eval'],
    ['python', '-m', 'lmms_eval'],
    ['lighteval', 'accelerate'],
    ['lighteval', 'vllm'],
  ],
  id: { position: 0, options: ['--model_args', '-a'] },
  interpret,
  examples: [
    {
      command:
        'lm_eval --model hf --model_args pretrained=EleutherAI/pythia-160m,revision=step100000 --tasks lambada',
      finds: ['huggingface:EleutherAI/pythia-160m'],
    },
    {
      command:
        'accelerate launch --num_processes=8 -m lmms_eval --model llava --model_args pretrained="liuhaotian/llava-v1.5-7b,device_map=auto" --tasks mme',
      finds: ['huggingface:liuhaotian/llava-v1.5-7b'],
    },
    { command: 'lm_eval --model openai-completions --model_args model=/mine', finds: [] },
  ],
};
