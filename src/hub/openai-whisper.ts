import type { Lookup } from '../model/record.ts';
import { fromTable } from './table.ts';
import type { HubClient } from './types.ts';

const million = 1_000_000;

/** The names `whisper.load_model` takes, with the parameters the publisher states. */
const parametersOf: Readonly<Record<string, number>> = {
  'tiny.en': 39 * million,
  tiny: 39 * million,
  'base.en': 74 * million,
  base: 74 * million,
  'small.en': 244 * million,
  small: 244 * million,
  'medium.en': 769 * million,
  medium: 769 * million,
  'large-v1': 1550 * million,
  'large-v2': 1550 * million,
  'large-v3': 1550 * million,
  'large-v3-turbo': 809 * million,
};

/** Names that follow the newest weights. */
const aliases: Readonly<Record<string, string>> = { large: 'large-v3', turbo: 'large-v3-turbo' };

/** OpenAI's own package downloads its weights itself; code and weights are under one license. */
export const client: HubClient = {
  hub: 'openai-whisper',
  lookup: async query => lookUpWhisper(query.target),
};

function lookUpWhisper(target: string): Lookup {
  const name = Object.hasOwn(aliases, target) ? (aliases[target] ?? target) : target;
  if (!Object.hasOwn(parametersOf, name)) {
    return { state: 'skipped', why: 'not a name of openai-whisper: a file of weights' };
  }
  return fromTable('openai-whisper', name, {
    license: 'mit',
    url: 'https://github.com/openai/whisper/blob/main/LICENSE',
    parameters: parametersOf[name],
    task: 'automatic-speech-recognition',
    library: 'openai-whisper',
    architecture: 'whisper',
    weightFormats: ['pickle'],
  });
}
