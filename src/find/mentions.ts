import { huggingFace, type Target } from '../loaders/loader.ts';
import type { ModelReference } from '../model/reference.ts';
import { isInside, type SourceRange, type Span } from '../model/source.ts';
import type { Call, StringLiteral } from '../model/syntax.ts';
import { contextOf } from './context.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';
import { placeOf } from './place.ts';

/** Whether the snapshot, the cache or the hub has a model of this id. It never asks the network. */
export type IsKnownId = (id: string) => boolean;

/** Known ids that a file writes in code, whether or not a loading call takes them. */
export function findMentions(module: Module, isKnownId: IsKnownId): readonly ModelReference[] {
  const others = module.facts.calls.flatMap(otherArguments);
  return module.facts.literals.flatMap(literal => {
    if (others.some(span => isInside(literal.span, span))) return [];
    const target = targetOf(literal.value, module, isKnownId);
    return target ? [mention(literal, target, module.file)] : [];
  });
}

/** What a known text names: an id of the hub, a pipeline of spaCy, a bare name of sentence-transformers where that is used. */
function targetOf(text: string, module: Module, isKnownId: IsKnownId): Target | undefined {
  if (/^[a-z]{2,3}_(core|dep|ent)_\w+$/.test(text)) {
    return isKnownId(`spacy/${text}`) ? { hub: 'spacy', target: text } : undefined;
  }
  if (isKnownId(text)) return huggingFace(text);
  const bare = `sentence-transformers/${text}`;
  const isUsed =
    !text.includes('/') && module.facts.imports.some(name => name.startsWith('sentence_transformers'));
  return isUsed && isKnownId(bare) ? { hub: 'huggingface', target: bare } : undefined;
}

const takesDataSet =
  /^(load_dataset|load_metric|load_dataset_builder|get_dataset_config_names|get_dataset_split_names)$/;
const writes =
  /^(push_to_hub|save_to_hub|create_repo|upload_folder|upload_file|delete_repo|push_to_hub_keras|push_to_hub_fastai|save_pretrained|to_disk)$/;
const outputs =
  /^(hub_model_id|hub_repo_id|push_to_hub_model_id|dataset|dataset_name|datasets|output_dir|output_path)$/;
/** What people read: messages, and the names of tests. */
const says = /^(print|log|debug|info|warn|warning|error|exception|critical|describe|suite|it|test|each)$/;
const words = /^(help|desc|description|label|title|ids)$/;

/** Where a call's texts name something else than a model in use: a data set, a repository that it writes to, a message. */
function otherArguments(call: Call): readonly Span[] {
  const name = lastName(call.callee) ?? '';
  // `test.each(cases)("name", …)`: of the two calls only the second one says something.
  const saying =
    call.callee.kind === 'call' ? lastName(call.callee.callee) : name === 'each' ? undefined : name;
  if (isOfOther(call)) return [call.span];
  return call.arguments.flatMap(argument => {
    const isOther =
      argument.name === undefined
        ? says.test(saying ?? '') && argument.value.kind === 'string'
        : outputs.test(argument.name) ||
          words.test(argument.name) ||
          (name === 'param' && argument.name === 'id');
    return isOther ? argument.value.span : [];
  });
}

/** A call that takes a data set or writes to a repository. */
function isOfOther({ callee, arguments: given }: Call): boolean {
  const name = lastName(callee) ?? '';
  const isDataSet = given.some(
    argument =>
      argument.name === 'repo_type' && argument.value.kind === 'string' && argument.value.value !== 'model',
  );
  return isDataSet || takesDataSet.test(name) || writes.test(name);
}

/** Where the names of data sets and of repositories that are written to come from. */
export function findOthers(module: Module, evaluator: Evaluator): readonly SourceRange[] {
  const named = module.facts.calls.flatMap(call => {
    const isOther = isOfOther(call);
    return call.arguments.filter(({ name }) => isOther || (name !== undefined && outputs.test(name)));
  });
  return named.flatMap(({ value }) =>
    value.kind === 'string' ? [] : evaluator.text(placeOf(value, module)).values.map(({ range }) => range),
  );
}

/** A literal that names a model where no loading call is traced to it. */
export function mention(
  { value, span }: StringLiteral,
  { hub, target }: Target,
  file: string,
): ModelReference {
  const range = { file, ...span };
  return {
    hub,
    id: value,
    target,
    revision: { kind: 'unsupported' },
    evidence: 'mentioned',
    loader: undefined,
    range,
    call: range,
    trail: [],
    context: contextOf(file),
    options: {},
    weights: 'none',
    isTentative: false,
  };
}
