import { readHubAddress as readAddress } from '../../model/hub-address.ts';
import type { CommandTarget } from './tool.ts';

/** A model whose address on the Hugging Face Hub a command names. */
export function readHubAddress(text: string): CommandTarget | undefined {
  const address = readAddress(text);
  return address && { hub: 'huggingface', ...address };
}
