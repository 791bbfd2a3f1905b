import type { CommandModel } from '../loaders/commands/tool.ts';
import type { ModelReference } from '../model/reference.ts';
import { compareSpans, type Span } from '../model/source.ts';
import type { Expression } from '../model/syntax.ts';
import { plainFlag } from './command-values.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module } from './module.ts';
import { isOutputName, lastName } from './names.ts';
import { isOutput } from './other-texts.ts';
import { placeOf } from './place.ts';
import { scopesAround } from './scopes.ts';

const writes = /^(save|save_\w+|push_to_hub\w*|create_repo|makedirs|mkdir)$/;
const writingFlags =
  /^(save|(save|output|out|merged|new)(_model)?(_(name|to|as|path|dir))?|(hub|push_to_hub)_model_id)$/;

const pushes = /^(push_to_hub\w*|create_repo)$/;
const pushingFlags = /^(hub|push_to_hub)_(model|repo)_id$/;

/** By name: where it is first written to. */
type WrittenNames = ReadonlyMap<string, Span>;

/** A name that is written to, and by what. */
interface Writing {
  readonly name: string;
  readonly by: Span;
  /** Whether it is a repository, which may be fetched from there; else it is as likely a folder. */
  readonly isPushed: boolean;
}

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
  const all = [...written, ...writtenByCommands(models)];
  const [names, pushed] = [firstOf(all), firstOf(all.filter(({ isPushed }) => isPushed))];
  // What only fetches is given no folder, so that one of that name says nothing of it.
  const isOfOwn = (model: CommandModel): boolean =>
    isOwn(model.id, useOf(model), model.mayBeFolder ? names : pushed);
  return models.map(model =>
    model.kind === 'loaded' && isHubId(model) && isOfOwn(model) ? { ...model, isOwn: true } : model,
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
  for (const { name: text, by } of writings.toSorted((a, b) => compareSpans(a.by, b.by))) {
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
    const callee = lastName(call.callee) ?? '';
    const isWriting = writes.test(callee);
    const isPushing = pushes.test(callee) || call.arguments.some(({ name }) => name === 'push_to_hub');
    const given = call.arguments.filter(({ name }) => isWriting || isOutput(name));
    return given.flatMap(({ name: keyword = '', value }) => {
      const isPushed = isPushing || pushingFlags.test(keyword);
      return textsOf(value).map(name => ({ name, by: call.span, isPushed }));
    });
  });
}

function writtenByCommands(models: readonly CommandModel[]): readonly Writing[] {
  return models.flatMap(model => {
    const [flag = ''] = /[^.]*$/.exec(plainFlag(model.script?.flag ?? '')) ?? [];
    const isWritten = model.id !== undefined && (writingFlags.test(flag) || isOutputName(flag));
    return isWritten ? { name: model.id, by: useOf(model), isPushed: pushingFlags.test(flag) } : [];
  });
}

/** Where a command names a model: what a variable gave it is written before. */
function useOf({ span, trail }: CommandModel): Span {
  return [span, ...trail].toSorted(compareSpans).at(-1) ?? span;
}

/** A name that is given more values holds no folder that is loaded. */
const maxGiven = 100;

/** A text that is written out, or the one that a name was given last before it is used. Nothing is followed further. */
function plainTexts(value: Expression, module: Module): readonly string[] {
  if (value.kind === 'string') return [value.value];
  if (value.kind !== 'name') return [];
  const bound = scopesAround(module, value.scope).map(scope => module.bindings[scope]?.get(value.name) ?? []);
  const nearest = bound.find(bindings => bindings.length > 0) ?? [];
  if (nearest.length > maxGiven) return [];
  const last = nearest.findLast(binding => compareSpans(binding.span, value.span) < 0)?.value;
  return last?.kind === 'string' ? [last.value] : [];
}
