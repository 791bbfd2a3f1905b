import type { Fix } from '../model/finding.ts';
import type { FoundLookup, Lookup } from '../model/record.ts';
import type { ModelReference } from '../model/reference.ts';
import type { Position, SourceRange } from '../model/source.ts';
import { defineRule } from './rule.ts';
import { replaceText } from './support/edits.ts';
import { isPublished } from './support/publication.ts';
import { shownId } from './support/words.ts';

export const rule = defineRule({
  id: 'unpinned-revision',
  severity: 'information',
  summary: 'The call loads whatever the repository holds that day.',
  rationale:
    "Without a commit the same code loads other weights, and with remote code other programs, once the publisher or somebody with the publisher's token pushes. A branch or a tag can be moved as well; the 40 digits of a commit cannot.",
  messages: {
    none: "'{id}' is loaded without a revision, so it changes whenever its repository does.",
    name: "'{id}' is loaded at '{revision}', a name that can be moved to another commit.",
  },
  examples: [
    {
      title: 'No revision',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("google-bert/bert-base-uncased")
#                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ none
`,
      models: { 'google-bert/bert-base-uncased': {} },
    },
    {
      title: 'Nobody knows the id: it may be a folder',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("output/checkpoint")
`,
    },
    {
      title: 'A branch',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("google-bert/bert-base-uncased", revision="main")
#                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ name
`,
      models: { 'google-bert/bert-base-uncased': { sha: '86b5e0934494bd15c9632b12f734a8a67f723594' } },
    },
    {
      title: 'A revision the repository has not',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("google-bert/bert-base-uncased", revision="mian")
`,
      models: { 'google-bert/bert-base-uncased': { sha: undefined } },
    },
    {
      title: 'A commit',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained(
    "google-bert/bert-base-uncased", revision="86b5e0934494bd15c9632b12f734a8a67f723594"
)
`,
    },
  ],
  isAboutCall: true,
  check({ reference, lookup }) {
    const { id, hub, revision } = reference;
    if (id === undefined || !isPublished(reference, lookup)) return [];
    if (hub !== 'huggingface' && hub !== 'pytorch-hub') return [];
    if (revision.kind === 'dynamic' || revision.kind === 'unsupported') return [];
    const fixes = pin(reference, lookup);
    const data = { id: shownId(reference) };
    if (revision.kind === 'none') return [{ message: 'none', data, fixes }];
    if (isCommit(revision.value) || isUnknownName(lookup)) return [];
    return [{ message: 'name', data: { ...data, revision: revision.value }, fixes }];
  },
});

/** Seven hexadecimal digits and more may be a commit cut short: not worth a doubt. */
function isCommit(revision: string): boolean {
  return /^[0-9a-f]{7,40}$/i.test(revision);
}

/** A hub that was asked for the revision and named no commit has none of that name: the call fails instead of moving. */
function isUnknownName(lookup: Lookup): boolean {
  return lookup.state === 'found' && isAnswer(lookup) && lookup.record.sha === undefined;
}

function isAnswer({ from }: FoundLookup): boolean {
  return from === 'live' || from === 'cache';
}

function pin(reference: ModelReference, lookup: Lookup): readonly Fix[] {
  if (lookup.state !== 'found' || !isAnswer(lookup)) return [];
  const { sha } = lookup.record;
  if (sha === undefined || reference.hub !== 'huggingface') return [];
  const { revision } = reference;
  const edits =
    revision.kind === 'given' ? replaceText(revision.range, revision.value, sha) : insert(reference, sha);
  return edits.length === 0 ? [] : [{ title: `Pin to commit ${sha.slice(0, 7)}`, edits, isPreferred: true }];
}

/** Adds a keyword after the closing quote of an id that stands in the call itself. */
function insert(reference: ModelReference, sha: string): Fix['edits'] {
  const { range, id } = reference;
  const isLiteral =
    range.start.line === range.end.line && range.end.character - range.start.character === id?.length;
  if (!range.file.endsWith('.py') || reference.trail.length > 0 || !isLiteral) return [];
  if (!endsCall(reference) && !precedesKeyword(reference)) return [];
  const place = { line: range.end.line, character: range.end.character + 1 };
  return [{ range: { ...range, start: place, end: place }, text: `, revision="${sha}"` }];
}

/** Whether nothing stands between the id and the call's end but one quote and the parenthesis. */
function endsCall({ range, call }: ModelReference): boolean {
  return follows(range, call.end, '")');
}

/** Python allows a keyword only where none but keywords follow: one of them is known by the place of its value. */
function precedesKeyword({ range, options }: ModelReference): boolean {
  const { trustRemoteCode, useSafetensors, weightsOnly, localFilesOnly, filename } = options;
  const between: readonly (readonly [SourceRange | undefined, string])[] = [
    [trustRemoteCode?.range, '", trust_remote_code='],
    [useSafetensors?.range, '", use_safetensors='],
    [weightsOnly?.range, '", weights_only='],
    [localFilesOnly?.range, '", local_files_only='],
    [filename?.range, '", filename="'],
    [filename?.range, '", weight_name="'],
  ];
  return between.some(
    ([value, text]) =>
      value?.file === range.file && value.cell === range.cell && follows(range, value.start, text),
  );
}

/** Whether exactly this much text lies between a range's end and a place on the same line. */
function follows({ end }: SourceRange, place: Position, text: string): boolean {
  return place.line === end.line && place.character === end.character + text.length;
}
