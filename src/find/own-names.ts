import type { CommandModel } from '../loaders/commands/tool.ts';
import type { ModelReference } from '../model/reference.ts';
import { compareSpans, type Span } from '../model/source.ts';
import type { Expression } from '../model/syntax.ts';
import { plainFlag } from './command-values.ts';
import type { Evaluator } from './evaluator.ts';
import { type Module, scopesAround } from './module.ts';
import { isOutputName, lastName } from './names.ts';
import { isOutput } from './other-texts.ts';
import { placeOf } from './place.ts';

const writes = /^(save|save_\w+|push_to_hub\w*|create_repo|makedirs|mkdir)$/;
const writingFlags =
  /^(save|(save|output|out|merged|new)(_model)?(_(name|to|as|path|dir))?|(hub|push_to_hub)_model_id)$/;

/** By name: where it is first written to. */
type WrittenNames = ReadonlyMap<string, Span>;

/** A name that is written to, and by what. */
type Writing = readonly [name: string, by: Span];

/**
 * What a file has written under a name before it loads it by the same name: its own folder or repository, which is a
 * published model only where it is known as one. `models`: what the file's commands name.
 */
export function withOwnNames(
  references: readonly ModelReference[],
  module: Module,
  evaluator: Evaluator,
  models: readonly CommandModel[],
): readonly ModelReference[] {
  if (!references.some(isHubId)) return references;
  const textsOf = (value: Expression): readonly string[] =>
    evaluator.text(placeOf(value, module)).values.map(({ text }) => text);
  const names = firstOf([...writtenByCalls(module, textsOf), ...writtenByCommands(models)]);
  return references.map(reference =>
    isHubId(reference) && isOwn(reference.id, reference.call, names)
      ? { ...reference, isTentative: true }
      : reference,
  );
}

/** The same for what commands load, where a command or the code beside it, in another cell, has written the name. */
export function withOwnFolders(
  models: readonly CommandModel[],
  module: Module | undefined,
): readonly CommandModel[] {
  if (!models.some(model => model.kind === 'loaded' && isHubId(model))) return models;
  const written = module ? writtenByCalls(module, value => plainTexts(value, module)) : [];
  const names = firstOf([...written, ...writtenByCommands(models)]);
  return models.map(model =>
    model.kind === 'loaded' && isHubId(model) && isOwn(model.id, useOf(model), names)
      ? { ...model, isOwn: true }
      : model,
  );
}

function isHubId({ hub, id }: Pick<ModelReference, 'hub' | 'id'>): boolean {
  return hub === 'huggingface' && id !== undefined;
}

function isOwn(id: string | undefined, load: Span, names: WrittenNames): boolean {
  const written = names.get(id ?? '');
  // Many save under the same name what they have just loaded.
  return written !== undefined && compareSpans(written, load) < 0;
}

function firstOf(writings: readonly Writing[]): WrittenNames {
  const names = new Map<string, Span>();
  for (const [text, by] of writings.toSorted(([, a], [, b]) => compareSpans(a, b))) {
    const name = text.replace(/^\.\//, '');
    if (!names.has(name)) names.set(name, by);
  }
  return names;
}

function writtenByCalls(
  { facts }: Module,
  textsOf: (value: Expression) => readonly string[],
): readonly Writing[] {
  return facts.calls.flatMap(call => {
    const isWriting = writes.test(lastName(call.callee) ?? '');
    const given = call.arguments.filter(({ name }) => isWriting || isOutput(name));
    return given.flatMap(({ value }) => textsOf(value)).map(text => [text, call.span] as const);
  });
}

function writtenByCommands(models: readonly CommandModel[]): readonly Writing[] {
  return models.flatMap(model => {
    const [flag = ''] = /[^.]*$/.exec(plainFlag(model.script?.flag ?? '')) ?? [];
    const isWritten = model.id !== undefined && (writingFlags.test(flag) || isOutputName(flag));
    return isWritten ? [[model.id, useOf(model)] as const] : [];
  });
}

/** Where a command names a model: what a variable gave it is written before. */
function useOf({ span, trail }: CommandModel): Span {
  return [span, ...trail].toSorted(compareSpans).at(-1) ?? span;
}

/** A text as it is written, and what names stood for last that the file gives texts to. */
function plainTexts(value: Expression, module: Module): readonly string[] {
  if (value.kind === 'string') return [value.value];
  if (value.kind !== 'name') return [];
  const bound = scopesAround(module, value.scope).map(scope => module.bindings[scope]?.get(value.name) ?? []);
  const nearest = bound.find(bindings => bindings.length > 0) ?? [];
  const last = nearest.findLast(binding => compareSpans(binding.span, value.span) < 0)?.value;
  return last?.kind === 'string' ? [last.value] : [];
}
