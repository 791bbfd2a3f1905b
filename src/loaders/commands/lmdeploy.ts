import { option, type Tool, word } from './tool.ts';

export const tool: Tool = {
  name: 'lmdeploy',
  starts: [
    ['lmdeploy', 'serve', 'api_server'],
    ['lmdeploy', 'serve', 'gradio'],
    ['lmdeploy', 'chat'],
    ['lmdeploy', 'lite', 'auto_awq'],
    ['python', '-m', 'lmdeploy', 'serve', 'api_server'],
    ['python', '-m', 'lmdeploy', 'chat'],
  ],
  id: word(0),
  revision: option('--revision'),
  elsewhere: { variable: 'LMDEPLOY_USE_MODELSCOPE', hub: 'modelscope' },
  switches: ['--trust-remote-code', '--enable-prefix-caching', '--eager-mode', '--help'],
  examples: [
    {
      command:
        'LMDEPLOY_USE_MODELSCOPE=True lmdeploy serve api_server Shanghai_AI_Laboratory/internlm2-chat-7b',
      finds: ['modelscope:Shanghai_AI_Laboratory/internlm2-chat-7b'],
    },
    {
      command: 'lmdeploy serve api_server internlm/internlm2_5-7b-chat --server-port 23333',
      finds: ['huggingface:internlm/internlm2_5-7b-chat'],
    },
    {
      command: 'python3 -m lmdeploy serve api_server Qwen/Qwen2.5-7B-Instruct',
      finds: ['huggingface:Qwen/Qwen2.5-7B-Instruct'],
    },
    { command: 'lmdeploy check_env', finds: [] },
    { command: 'lmdeploy chat ./workspace', finds: [] },
  ],
};
