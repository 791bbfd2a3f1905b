import { option, type Tool, word } from './tool.ts';

export const tool: Tool = {
  name: 'hf download',
  starts: [
    ['hf', 'download'],
    ['huggingface-cli', 'download'],
    ['huggingface-cli', 'scan-cache', 'download'],
  ],
  id: word(0),
  isFetching: true,
  revision: option('--revision'),
  filename: word(1),
  switches: ['--quiet', '--force-download', '--resume-download', '--dry-run', '--no-quiet'],
  unless: { option: option('--repo-type'), values: ['dataset', 'space'] },
  examples: [
    {
      command: 'hf download google-bert/bert-base-uncased',
      finds: ['huggingface:google-bert/bert-base-uncased'],
    },
    {
      command:
        'huggingface-cli download --quiet TheBloke/Llama-2-7B-GGUF llama-2-7b.Q4_K_M.gguf --local-dir .',
      finds: ['huggingface:TheBloke/Llama-2-7B-GGUF'],
    },
    { command: 'hf download HuggingFaceH4/ultrachat_200k --repo-type dataset', finds: [] },
    { command: 'hf download ./here', finds: [] },
  ],
};
