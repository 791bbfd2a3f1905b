import type { ModelReference } from '../model/reference.ts';
import { splitModelId } from '../naming/model-id.ts';
import { defineRule, type KnownModels } from './rule.ts';
import { replaceId } from './support/edits.ts';
import { isPlaceholder, isTypicalFolder } from './support/local-names.ts';
import { hubTitle } from './support/words.ts';

const mostOffers = 3;

export const rule = defineRule({
  id: 'name-not-found',
  severity: 'warning',
  summary: 'The hub has no model of this name.',
  rationale: `A name that is mistyped, invented or removed fails when the code runs, and whoever registers it later decides what the code loads. Write the name of a model that exists. Somebody else's private model looks the same as none.

A folder that the program makes as it runs is written like a name, too. The rule warns only where the code shows that a hub is meant: by a revision, a function that knows no folders, an owner who publishes models, or a name a few letters from a known one. Of other names it is a note, and of what is called like a folder or a placeholder (\`output/…\`, \`your-username/…\`) it says nothing.`,
  messages: {
    missing: "'{id}' is not on {hub}, or is private{nearest}.",
    folder: "'{id}' is no public model on {hub}; if it is a folder that the program makes, all is well.",
  },
  examples: [
    {
      title: 'A slip of the keyboard',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("google-bert/bert-base-uncasd")
#                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing
`,
      models: {
        'google-bert/bert-base-uncasd': 'missing',
        'google-bert/bert-base-uncased': { downloads: 90_000_000 },
      },
    },
    {
      title: 'A name that may be a folder',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("my_model")
#                                  ^^^^^^^^ folder
`,
      models: { my_model: 'missing' },
    },
    {
      title: 'A name with a revision is no folder',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("somebody/some-model", revision="v1")
#                                  ^^^^^^^^^^^^^^^^^^^ missing
`,
      models: { 'somebody/some-model': 'missing' },
    },
    {
      title: 'A folder the training writes',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("output/checkpoint-500")
`,
      models: { 'output/checkpoint-500': 'missing' },
    },
    {
      title: 'A placeholder',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("your-username/my-model")
`,
      models: { 'your-username/my-model': 'missing' },
    },
    {
      title: 'The hub could not be reached',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("google-bert/bert-base-uncasd")
`,
    },
  ],
  check({ reference, lookup, known, project }) {
    const { id, hub } = reference;
    if (id === undefined || lookup.state !== 'missing' || isPlaceholder(id)) return [];
    const data = { id, hub: hubTitle(hub, project.configuration.endpoint) };
    if (!isHubMeant(reference, id, known)) {
      return isTypicalFolder(id) ? [] : [{ message: 'folder', data, severity: 'information' }];
    }
    const ids = hub === 'huggingface' ? offers(reference.target ?? id, known) : [];
    const [first] = ids;
    const nearest = first === undefined ? '' : `; the nearest known name is '${first}'`;
    const fixes = ids.flatMap(offer => replaceId(reference, offer, ids.length === 1));
    return [{ message: 'missing', data: { ...data, nearest }, fixes }];
  },
});

/** Whether something besides its form says that an id names a published model and no folder. */
function isHubMeant(reference: ModelReference, id: string, known: KnownModels): boolean {
  const { hub, loader, revision } = reference;
  if (hub !== 'huggingface' || revision.kind === 'given' || revision.kind === 'dynamic') return true;
  if (loader?.startsWith('huggingface_hub.')) return true;
  const { owner } = splitModelId(id);
  if (owner !== undefined && known.hasOwner(owner)) return true;
  return !isTypicalFolder(id) && isNearKnown(reference.target ?? id, known);
}

/** A name without owner is a slip only of another such name: folders are called like the last parts of many ids. */
function isNearKnown(id: string, known: KnownModels): boolean {
  return known.nearest(id).some(near => near.includes('/') === id.includes('/'));
}

/** Names of nearly the same spelling, or else models of the same name under another owner. */
function offers(id: string, known: KnownModels): readonly string[] {
  const nearest = known.nearest(id);
  return (nearest.length > 0 ? nearest : known.named(splitModelId(id).name)).slice(0, mostOffers);
}
