import type { HubEnvironment } from './types.ts';

/** Where the hubs beside Hugging Face answer. None of them ever gets the Hugging Face token. */
export interface HubAddresses {
  readonly github: string;
  readonly kaggle: string;
  readonly modelscope: string;
  readonly ollama: string;
  readonly tfhub: string;
}

const publicAddresses: HubAddresses = {
  github: 'https://api.github.com',
  kaggle: 'https://www.kaggle.com',
  modelscope: 'https://www.modelscope.cn',
  ollama: 'https://registry.ollama.ai',
  tfhub: 'https://tfhub.dev',
};

/** The public address, unless the environment names another. */
export function addressOf(hub: keyof HubAddresses, { addresses }: HubEnvironment): string {
  return addresses?.[hub] ?? publicAddresses[hub];
}
