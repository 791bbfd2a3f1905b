import type { Lookup, ModelRecord } from '../model/record.ts';
import type { ModelReference } from '../model/reference.ts';
import { idsLookAlike, namesRepackaging } from '../naming/look-alike.ts';
import { isSameId, splitModelId } from '../naming/model-id.ts';
import { defineRule, type KnownModels } from './rule.ts';
import { replaceId } from './support/edits.ts';
import { asOf } from './support/words.ts';

const popular = 1000;
const timesMorePopular = 50;

export const rule = defineRule({
  id: 'name-look-alike',
  severity: 'warning',
  summary: 'The name can be mistaken for that of a far more popular model.',
  rationale: `An attacker who registers an owner that looks like a known one, and puts a model of the known name there, waits for a slip. The rule speaks when a model with at least 1,000 downloads, and 50 times those of this one, has the same name under an owner that differs by a few characters or by letters that look alike.

Silent: models that name the popular one as their base, and names that say they are a quantized or converted copy.`,
  messages: {
    rare: "'{id}' has {downloads} downloads a month{since} and looks like '{popular}', which had {popularDownloads} when last counted.",
    missing:
      "'{id}' was not found and looks like '{popular}': whoever registers the name decides what is loaded.",
  },
  examples: [
    {
      title: 'An owner with one letter less',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("meta-lama/Llama-2-7b-hf")
#                                  ^^^^^^^^^^^^^^^^^^^^^^^ rare
`,
      models: {
        'meta-lama/Llama-2-7b-hf': { downloads: 12 },
        'meta-llama/Llama-2-7b-hf': { downloads: 900_000 },
      },
    },
    {
      title: 'A fine-tune that names its base',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("meta-lama/Llama-2-7b-hf")
`,
      models: {
        'meta-lama/Llama-2-7b-hf': {
          downloads: 12,
          baseModels: [{ id: 'meta-llama/Llama-2-7b-hf', relation: 'finetune' }],
        },
        'meta-llama/Llama-2-7b-hf': { downloads: 900_000 },
      },
    },
    {
      title: 'The popular model itself',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("meta-llama/Llama-2-7b-hf")
`,
      models: {
        'meta-lama/Llama-2-7b-hf': { downloads: 12 },
        'meta-llama/Llama-2-7b-hf': { downloads: 900_000 },
      },
    },
  ],
  check({ reference, lookup, known }) {
    if (reference.id === undefined || reference.hub !== 'huggingface') return [];
    const suspect = suspectOf(reference, lookup);
    if (suspect === undefined || namesRepackaging(suspect.id)) return [];
    const original = lookAlikeOf(suspect, known);
    if (original === undefined) return [];
    const data = {
      id: reference.id,
      popular: original,
      downloads: suspect.downloads.toLocaleString('en'),
      since: lookup.state === 'found' ? asOf(lookup.from, lookup.at) : '',
      popularDownloads: (known.downloads(original) ?? 0).toLocaleString('en'),
    };
    const message = lookup.state === 'missing' ? 'missing' : 'rare';
    return [{ message, data, fixes: replaceId(reference, original, true) }];
  },
});

interface Suspect {
  readonly id: string;
  readonly downloads: number;
  readonly record: ModelRecord | undefined;
}

/** A model few people load, or none. What a renamed owner's old id leads to is judged by its new id. */
function suspectOf(reference: ModelReference, lookup: Lookup): Suspect | undefined {
  if (lookup.state === 'missing') {
    const id = reference.target ?? reference.id;
    return id === undefined ? undefined : { id, downloads: 0, record: undefined };
  }
  if (lookup.state !== 'found') return undefined;
  const { id, downloads } = lookup.record;
  return downloads === undefined || downloads >= popular
    ? undefined
    : { id, downloads, record: lookup.record };
}

function lookAlikeOf(suspect: Suspect, known: KnownModels): string | undefined {
  const bases = suspect.record?.baseModels ?? [];
  const bar = Math.max(popular, suspect.downloads * timesMorePopular);
  const isOriginal = (id: string) =>
    (known.downloads(id) ?? 0) >= bar &&
    idsLookAlike(suspect.id, id) &&
    !bases.some(base => isSameId(base.id, id));
  return known.named(splitModelId(suspect.id).name).find(isOriginal);
}
