import { readHubAddress } from './hub-address.ts';
import type { CommandTarget, Tool } from './tool.ts';

const spacyWheel =
  /explosion\/spacy-models\/releases\/download\/[^/]+\/([a-z]{2,3}_\w+)-(\d[\w.]*?)(?:-py3|\.tar)/;

/** A package whose content is a model: spaCy's releases, and what lies on the Hugging Face Hub. */
function interpret(text: string): CommandTarget | undefined {
  const start = text.search(/(?:git\+)?https?:\/\//);
  if (start < 0) return undefined;
  const found = spacyWheel.exec(text);
  const name = found?.[1];
  if (found?.[2] !== undefined && name !== undefined) {
    const from = found.index + found[0].lastIndexOf(name);
    return { hub: 'spacy', target: name, revision: found[2], at: [from, from + name.length] };
  }
  const address = readHubAddress(text.slice(start));
  return address?.at && { ...address, at: [address.at[0] + start, address.at[1] + start] };
}

export const tool: Tool = {
  name: 'pip install',
  starts: [
    ['pip', 'install'],
    ['pip3', 'install'],
    ['pipx', 'install'],
    ['python', '-m', 'pip', 'install'],
    ['uv', 'pip', 'install'],
    ['uv', 'add'],
    ['poetry', 'add'],
  ],
  id: 'every',
  isFetching: true,
  interpret,
  examples: [
    {
      command:
        'pip install https://github.com/explosion/spacy-models/releases/download/en_core_web_sm-3.7.1/en_core_web_sm-3.7.1-py3-none-any.whl',
      finds: ['spacy:en_core_web_sm'],
    },
    {
      command:
        'python -m pip install "en-core-web-trf @ https://huggingface.co/spacy/en_core_web_trf/resolve/main/en_core_web_trf-any-py3-none-any.whl"',
      finds: ['huggingface:spacy/en_core_web_trf'],
    },
    { command: 'pip install transformers torch', finds: [] },
  ],
};
