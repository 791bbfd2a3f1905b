import type { Lookup } from '../../model/record.ts';
import type { ModelReference } from '../../model/reference.ts';

/**
 * Whether the id surely names a published model. On the Hugging Face Hub only an answer tells: `org/model` may just as
 * well be a folder that the program makes. What the other loaders accept has a form of its own.
 */
export function isPublished(reference: ModelReference, lookup: Lookup): boolean {
  if (reference.id === undefined || lookup.state === 'missing') return false;
  return reference.hub !== 'huggingface' || lookup.state === 'found' || lookup.state === 'gated';
}
