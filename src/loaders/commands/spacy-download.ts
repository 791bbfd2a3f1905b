import { type CommandTarget, type Tool, word } from './tool.ts';

/** Names of the pipelines spaCy publishes, with the version `--direct` asks for. */
function interpret(name: string): CommandTarget | undefined {
  const found =
    /^([a-z]{2,3}(?:_(?:core|dep|ent|sent|vectors)_[a-z]+_(?:sm|md|lg|trf))?)(?:-(\d[\w.]*))?$/.exec(name);
  if (!found?.[1]) return undefined;
  return {
    hub: 'spacy',
    target: found[1],
    at: [0, found[1].length],
    ...(found[2] !== undefined && { revision: found[2] }),
  };
}

export const tool: Tool = {
  name: 'spacy download',
  starts: [
    ['python', '-m', 'spacy', 'download'],
    ['spacy', 'download'],
  ],
  hub: 'spacy',
  id: word(0),
  switches: ['--direct', '-d', '--sdist', '-S', '--user', '--no-cache-dir'],
  interpret,
  examples: [
    { command: 'python3 -m spacy download en_core_web_sm', finds: ['spacy:en_core_web_sm'] },
    {
      command: 'RUN=1 poetry run python -m spacy download en_core_web_md-3.7.1 --direct',
      finds: ['spacy:en_core_web_md'],
    },
    { command: 'python -m spacy train config.cfg', finds: [] },
  ],
};
