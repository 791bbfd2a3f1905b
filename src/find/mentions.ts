import { huggingFace, type Target } from '../loaders/loader.ts';
import type { ModelReference } from '../model/reference.ts';
import { isInside, type Span } from '../model/source.ts';
import type { Call, StringLiteral } from '../model/syntax.ts';
import { contextOf } from './context.ts';
import type { Module } from './module.ts';
import { rangeIn } from './place.ts';

/** Whether the snapshot, the cache or the hub has a model of this id. It never asks the network. */
export type IsKnownId = (id: string) => boolean;

/** Known ids that a file writes in code, whether or not a loading call takes them. */
export function findMentions(module: Module, isKnownId: IsKnownId): readonly ModelReference[] {
  const others = module.facts.calls.flatMap(otherArguments);
  return module.facts.literals.flatMap(literal => {
    if (others.some(span => isInside(literal.span, span))) return [];
    const target = targetOf(literal.value, module, isKnownId);
    return target ? [mention(literal, target, module)] : [];
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
  /^(push_to_hub|save_to_hub|create_repo|upload_folder|upload_file|delete_repo|push_to_hub_keras|push_to_hub_fastai)$/;
const outputs = /^(hub_model_id|hub_repo_id|push_to_hub_model_id|dataset|dataset_name|datasets)$/;

/** Where a call's texts name something else than a model in use: a data set, or a repository that it writes to. */
function otherArguments({ callee, arguments: given, span }: Call): readonly Span[] {
  const name = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  const isDataSet = given.some(
    argument =>
      argument.name === 'repo_type' && argument.value.kind === 'string' && argument.value.value !== 'model',
  );
  if (isDataSet || takesDataSet.test(name) || writes.test(name)) return [span];
  return given.flatMap(argument =>
    argument.name !== undefined && outputs.test(argument.name) ? argument.value.span : [],
  );
}

function mention({ value, span }: StringLiteral, { hub, target }: Target, module: Module): ModelReference {
  const range = rangeIn(module, span);
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
    context: contextOf(module.file),
    options: {},
    weights: 'none',
    isTentative: false,
  };
}
