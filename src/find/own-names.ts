import type { ModelReference } from '../model/reference.ts';
import { compareSpans, type Span } from '../model/source.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';
import { isOutput } from './other-texts.ts';
import { placeOf } from './place.ts';

const writes = /^(save|save_\w+|push_to_hub\w*|create_repo|makedirs|mkdir)$/;

/**
 * What a file has written under a name before it loads it by the same name: its own folder or repository, which is a
 * published model only where it is known as one.
 */
export function withOwnNames(
  references: readonly ModelReference[],
  module: Module,
  evaluator: Evaluator,
): readonly ModelReference[] {
  if (!references.some(isHubId)) return references;
  const names = writtenNames(module, evaluator);
  return references.map(reference => {
    const written = isHubId(reference) ? names.get(reference.id ?? '') : undefined;
    // Many save under the same name what they have just loaded.
    const isOwn = written !== undefined && compareSpans(written, reference.call) < 0;
    return isOwn ? { ...reference, isTentative: true } : reference;
  });
}

function isHubId({ hub, id }: ModelReference): boolean {
  return hub === 'huggingface' && id !== undefined;
}

/** By name: where it is first written to. */
function writtenNames(module: Module, evaluator: Evaluator): ReadonlyMap<string, Span> {
  const names = new Map<string, Span>();
  for (const call of module.facts.calls) {
    const isWriting = writes.test(lastName(call.callee) ?? '');
    const given = call.arguments.filter(({ name }) => isWriting || isOutput(name));
    for (const { value } of given) {
      for (const { text } of evaluator.text(placeOf(value, module)).values) {
        const name = text.replace(/^\.\//, '');
        if (!names.has(name)) names.set(name, call.span);
      }
    }
  }
  return names;
}
