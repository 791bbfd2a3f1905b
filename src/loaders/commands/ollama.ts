import { readHubAddress } from './hub-address.ts';
import { type CommandTarget, type Tool, word } from './tool.ts';

/** A name of Ollama's library with its tag, or a repository of the Hugging Face Hub with a quantization. */
function interpret(name: string): CommandTarget | undefined {
  if (/^(?:hf\.co|huggingface\.co)\//.test(name)) {
    const prefix = 'https://';
    const found = readHubAddress(`${prefix}${name.replace(/:[\w.-]+$/, '')}`);
    const at = found?.at;
    return found && at && { ...found, at: [at[0] - prefix.length, at[1] - prefix.length] };
  }
  return /^[a-z0-9][\w.-]*(?:\/[\w.-]+)?(?::[\w.-]+)?$/i.test(name)
    ? { hub: 'ollama', target: name }
    : undefined;
}

export const tool: Tool = {
  name: 'ollama',
  starts: [
    ['ollama', 'pull'],
    ['ollama', 'run'],
  ],
  hub: 'ollama',
  id: word(0),
  switches: ['--verbose', '--insecure', '--nowordwrap', '--hidethinking'],
  interpret,
  examples: [
    { command: 'ollama pull llama3.2:1b', finds: ['ollama:llama3.2:1b'] },
    { command: 'ollama run --verbose qwen3 "why is the sky blue?"', finds: ['ollama:qwen3'] },
    {
      command: 'ollama run hf.co/bartowski/Llama-3.2-1B-Instruct-GGUF:Q4_K_M',
      finds: ['huggingface:bartowski/Llama-3.2-1B-Instruct-GGUF'],
    },
    { command: 'ollama serve', finds: [] },
  ],
};
