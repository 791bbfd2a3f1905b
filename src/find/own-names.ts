import type { ModelReference } from '../model/reference.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { isOutput } from './other-texts.ts';
import { placeOf } from './place.ts';

const writes = /^(save|save_\w+|push_to_hub\w*|create_repo|makedirs|mkdir)$/;

/**
 * What a file writes under a name it loads by the same name: its own folder or repository, which is a published model
 * only where it is known as one.
 */
export function withOwnNames(
  references: readonly ModelReference[],
  module: Module,
  evaluator: Evaluator,
): readonly ModelReference[] {
  if (!references.some(isHubId)) return references;
  const names = writtenNames(module, evaluator);
  return references.map(reference =>
    isHubId(reference) && reference.id !== undefined && names.has(reference.id)
      ? { ...reference, isTentative: true }
      : reference,
  );
}

function isHubId({ hub, id }: ModelReference): boolean {
  return hub === 'huggingface' && id !== undefined;
}

function writtenNames(module: Module, evaluator: Evaluator): ReadonlySet<string> {
  const calls = [...module.calls].flatMap(([name, named]) => (writes.test(name) ? named : []));
  const given = [
    ...calls.flatMap(call => call.arguments),
    ...module.facts.calls.flatMap(call => call.arguments.filter(({ name }) => isOutput(name))),
  ];
  const texts = given.flatMap(({ value }) => evaluator.text(placeOf(value, module)).values);
  return new Set(texts.map(({ text }) => text.replace(/^\.\//, '')));
}
