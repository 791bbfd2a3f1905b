import { splitModelId } from '../naming/model-id.ts';
import { defineRule, type KnownModels } from './rule.ts';
import { replaceId } from './support/edits.ts';
import { hubTitle } from './support/words.ts';

const mostOffers = 3;

export const rule = defineRule({
  id: 'name-not-found',
  severity: 'warning',
  summary: 'The hub has no model of this name.',
  rationale:
    'A name that is mistyped, invented or removed fails when the code runs, and whoever registers it later decides what the code loads. Write the name of a model that exists. A private model looks the same to a stranger; with a token for the hub the audit can tell.',
  messages: {
    maybePrivate: "'{id}' is not on {hub}, or is private{nearest}.",
    missing: "'{id}' is not on {hub}{nearest}.",
  },
  examples: [
    {
      title: 'A slip of the keyboard',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("google-bert/bert-base-uncasd")
#                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ maybePrivate
`,
      models: {
        'google-bert/bert-base-uncasd': 'missing',
        'google-bert/bert-base-uncased': { downloads: 90_000_000 },
      },
    },
    {
      title: 'The hub could not be reached',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("google-bert/bert-base-uncasd")
`,
    },
  ],
  check({ reference, lookup, known }) {
    if (reference.id === undefined || lookup.state !== 'missing') return [];
    const ids = reference.hub === 'huggingface' ? offers(reference.target ?? reference.id, known) : [];
    const [first] = ids;
    return [
      {
        message: lookup.mayBePrivate ? 'maybePrivate' : 'missing',
        data: {
          id: reference.id,
          hub: hubTitle(reference.hub),
          nearest: first === undefined ? '' : `; the nearest known name is '${first}'`,
        },
        fixes: ids.flatMap(id => replaceId(reference, id, ids.length === 1)),
      },
    ];
  },
});

/** Names of nearly the same spelling, or else models of the same name under another owner. */
function offers(id: string, known: KnownModels): readonly string[] {
  const nearest = known.nearest(id);
  return (nearest.length > 0 ? nearest : known.named(splitModelId(id).name)).slice(0, mostOffers);
}
