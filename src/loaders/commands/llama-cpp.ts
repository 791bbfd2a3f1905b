import { huggingFace } from '../loader.ts';
import { type CommandTarget, option, type Tool } from './tool.ts';

/** `owner/name` with an optional quantization behind a colon. */
function interpret(text: string): CommandTarget | undefined {
  const [id = ''] = text.split(':');
  const found = huggingFace(id);
  return found && { ...found, at: [0, id.length] };
}

export const tool: Tool = {
  name: 'llama.cpp',
  starts: [
    'llama-cli',
    'llama-server',
    'llama-run',
    'llama-mtmd-cli',
    'llama-bench',
    'llama-embedding',
    'main',
  ].map(program => [program]),
  image: /(^|\/)llama\.cpp(:|@|$)/,
  id: option('-hf', '-hfr', '--hf-repo'),
  filename: option('-hff', '--hf-file'),
  interpret,
  examples: [
    {
      command: 'llama-server -hf ggml-org/gemma-3-1b-it-GGUF',
      finds: ['huggingface:ggml-org/gemma-3-1b-it-GGUF'],
    },
    {
      command: './build/bin/llama-cli --hf-repo ggml-org/models:Q4_0 --hf-file tiny.gguf',
      finds: ['huggingface:ggml-org/models'],
    },
    { command: 'llama-cli -m models/mine.gguf', finds: [] },
  ],
};
