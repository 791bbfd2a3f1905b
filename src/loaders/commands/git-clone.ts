import { readHubAddress } from './hub-address.ts';
import { option, type Tool } from './tool.ts';

export const tool: Tool = {
  name: 'git clone',
  starts: [
    ['git', 'clone'],
    ['git', 'lfs', 'clone'],
    ['git', 'submodule', 'add'],
  ],
  id: 'every',
  isFetching: true,
  revision: option('-b', '--branch'),
  interpret: readHubAddress,
  examples: [
    { command: 'git clone https://huggingface.co/gpt2', finds: ['huggingface:gpt2'] },
    {
      command: 'git lfs clone --depth 1 https://user:x@huggingface.co/THUDM/chatglm-6b.git model',
      finds: ['huggingface:THUDM/chatglm-6b'],
    },
    { command: 'git clone git@hf.co:openai/whisper-tiny', finds: ['huggingface:openai/whisper-tiny'] },
    { command: 'git clone https://huggingface.co/datasets/squad', finds: [] },
    { command: 'git clone https://github.com/huggingface/transformers', finds: [] },
  ],
};
