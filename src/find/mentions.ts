import { huggingFace, type Target } from '../loaders/loader.ts';
import type { ModelReference } from '../model/reference.ts';
import { isInside, plainSpan, type SourceRange } from '../model/source.ts';
import type { StringLiteral } from '../model/syntax.ts';
import { contextOf } from './context.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { isOfOther, isOutput, otherTexts } from './other-texts.ts';
import { placeOf } from './place.ts';
import { impliedOwner } from './texts.ts';

/** Whether the snapshot, the cache or the hub has a model of this id. It never asks the network. */
export type IsKnownId = (id: string) => boolean;

/** Known ids that a file writes in code, whether or not a loading call takes them. */
export function findMentions(module: Module, isKnownId: IsKnownId): readonly ModelReference[] {
  const known = module.facts.literals.flatMap(literal => {
    const target = targetOf(literal.value, module, isKnownId);
    return target ? [mention(literal, target, module.file)] : [];
  });
  if (known.length === 0) return [];
  const others = otherTexts(module.facts);
  return known.filter(({ range }) => !others.some(span => isInside(range, span)));
}

/** What a known text names: an id of the hub, a pipeline of spaCy, a bare name of sentence-transformers where that is used. */
function targetOf(text: string, module: Module, isKnownId: IsKnownId): Target | undefined {
  if (/^[a-z]{2,3}_(core|dep|ent)_\w+$/.test(text)) {
    return isKnownId(`spacy/${text}`) ? { hub: 'spacy', target: text } : undefined;
  }
  if (isKnownId(text)) return huggingFace(text);
  const bare = impliedOwner + text;
  const isUsed =
    !text.includes('/') && module.facts.imports.some(name => name.startsWith('sentence_transformers'));
  return isUsed && isKnownId(bare) ? { hub: 'huggingface', target: bare } : undefined;
}

/** Where the names of data sets and of repositories that are written to come from. */
export function findOthers(module: Module, evaluator: Evaluator): readonly SourceRange[] {
  const named = module.facts.calls.flatMap(call => {
    const isOther = isOfOther(call);
    return call.arguments.filter(({ name }) => isOther || isOutput(name));
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
  const range = { file, ...plainSpan(span) };
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
