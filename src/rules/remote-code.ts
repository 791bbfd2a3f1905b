import type { Lookup } from '../model/record.ts';
import type { ModelReference } from '../model/reference.ts';
import { defineRule } from './rule.ts';
import { turnSwitch } from './support/edits.ts';
import { isPublished } from './support/publication.ts';
import { shownId, today } from './support/words.ts';

export const rule = defineRule({
  id: 'remote-code',
  severity: 'warning',
  summary: "The call runs Python code from the model's repository.",
  rationale:
    "`trust_remote_code=True` downloads Python files from the model's repository and runs them with all rights of the program. Leave it out where the library knows the architecture; else read the code and pin the commit that was read.",
  messages: {
    runs: "The call runs the Python code that '{id}' brings along.",
    mayRun: "The call may run the Python code that '{id}' brings along.",
    may: "The call lets '{id}' run Python code from its repository.",
    needless: "The call lets '{id}' run Python code, but its repository brings none{today}.",
  },
  examples: [
    {
      title: 'A repository with code of its own',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/new-model", trust_remote_code=True)
#                                  ^^^^^^^^^^^^^^^^^ runs
`,
      models: { 'someone/new-model': { hasCustomCode: true } },
    },
    {
      title: 'A tokenizer may be an ordinary one all the same',
      code: `from transformers import AutoTokenizer
tokenizer = AutoTokenizer.from_pretrained("someone/new-model", trust_remote_code=True)
#                                          ^^^^^^^^^^^^^^^^^ mayRun
`,
      models: { 'someone/new-model': { hasCustomCode: true } },
    },
    {
      title: 'Nobody knows what the repository holds',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/new-model", trust_remote_code=True)
#                                  ^^^^^^^^^^^^^^^^^ may
`,
      models: { 'someone/new-model': {} },
    },
    {
      title: 'The switch is needless',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("google-bert/bert-base-uncased", trust_remote_code=True)
#                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless
`,
      models: { 'google-bert/bert-base-uncased': { hasCustomCode: false } },
    },
    {
      title: 'The switch is off',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("someone/new-model", trust_remote_code=False)
`,
    },
  ],
  isAboutCall: true,
  check({ reference, lookup }) {
    const option = reference.options.trustRemoteCode;
    if (reference.id === undefined || option?.value !== true || !isPublished(reference, lookup)) return [];
    const message = messageFor(reference, lookup);
    const isNeedless = message === 'needless';
    return [
      {
        message,
        data: {
          id: shownId(reference),
          today: lookup.state === 'found' ? today(lookup.from, lookup.at) : '',
        },
        ...(isNeedless && { severity: 'information' as const }),
        related: [{ message: 'Remote code is allowed here.', range: option.range }],
        fixes: turnSwitch(option, reference, 'Do not run remote code', isNeedless),
      },
    ];
  },
});

/** The code of a repository may be for the model alone, and then a tokenizer or a configuration runs none of it. */
function messageFor({ weights }: ModelReference, lookup: Lookup): 'runs' | 'mayRun' | 'may' | 'needless' {
  const hasCode = lookup.state === 'found' ? lookup.record.hasCustomCode : undefined;
  if (hasCode === undefined) return 'may';
  if (!hasCode) return 'needless';
  return weights === 'none' ? 'mayRun' : 'runs';
}
