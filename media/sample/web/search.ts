import { pipeline } from '@huggingface/transformers';

const model = 'Xenova/all-MiniLM-L6-v2';

export async function embed(texts: string[]) {
  const extract = await pipeline('feature-extraction', model);
  return extract(texts, { pooling: 'mean', normalize: true });
}
