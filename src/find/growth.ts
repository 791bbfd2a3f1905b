import type { Span } from '../model/source.ts';
import type { Binding, Call, Expression, RecordEntry } from '../model/syntax.ts';
import { additions, isBoundBy } from './additions.ts';
import { blockAround } from './apart.ts';
import type { Evaluator } from './evaluator.ts';
import { loadedFile } from './hydra.ts';
import type { Module } from './module.ts';
import { at, hasPassed, type Place, passing } from './place.ts';
import { fieldsSetOn } from './set-fields.ts';
import { spreadsIn } from './spread-fields.ts';
import { isSwitchedOff } from './switched-off.ts';

/**
 * A list that `append` and its kin grow, a record that `update` does, and an object whose fields are set, with what they
 * add. `name`: where the name stands for what grows.
 */
export function grown(
  evaluator: Evaluator,
  ends: readonly Place[],
  name: Place,
  binding: Binding,
  scope: number,
): readonly Place[] {
  if (!ends.some(canGrow)) return ends;
  // What a file adds to things of others is the same for each of them, however many the name may stand for.
  const added = new Map<Expression, Place>();
  const isNew = (part: Expression, end: Place): boolean => {
    const before = added.get(part);
    if (before && (end.isByName || !before.isByName)) return false;
    added.set(part, end);
    return true;
  };
  return ends.flatMap(end => grownOne(evaluator, end, name, binding, scope, isNew));
}

function canGrow({ expression: { kind } }: Place): boolean {
  return kind === 'record' || kind === 'list' || kind === 'class' || kind === 'call';
}

function grownOne(
  evaluator: Evaluator,
  end: Place,
  name: Place,
  binding: Binding,
  scope: number,
  isNew: (part: Expression, end: Place) => boolean,
): readonly Place[] {
  if (!canGrow(end)) return [end];
  const { expression } = end;
  const { module } = name;
  const isOwn = end.module === module;
  const there = isOwn ? end : { ...end, module, frame: undefined };
  const follow = (parts: readonly Expression[], from: Place): readonly Place[] =>
    parts.filter(part => isOwn || isNew(part, end)).flatMap(part => evaluator.follow(at(from, part)));
  if (expression.kind === 'record') {
    // A record of another file's grows by what this one adds.
    return [
      end,
      ...addedRecord(module, binding, scope, expression.span).map(record => at(there, record)),
      ...follow([...mergedParts(name, binding, scope), ...spreadParts(module, binding, scope)], there),
    ];
  }
  if (expression.kind === 'list') {
    if (!isOwn) return [end];
    const added = additions(module, binding, scope).filter(
      item => !isSwitchedOff(evaluator, module, item.span),
    );
    return [added.length === 0 ? end : at(end, { ...expression, items: [...expression.items, ...added] })];
  }
  return [end, ...follow(objectParts(name, binding, scope), { ...there, frame: name.frame })];
}

/** What a parameter is given, with the records whose entries its function sets on it: a helper that merges settings into arguments. */
export function grownInside(
  evaluator: Evaluator,
  given: readonly Place[],
  name: Place,
  binding: Binding,
  scope: number,
): readonly Place[] {
  const { module } = name;
  const spread = spreadsIn(module).filter(
    ({ object, span }) => !hasPassed(name, span) && isBoundBy(object, module, binding, scope),
  );
  const merged = spread.flatMap(({ from, span }) => evaluator.follow(at(passing(name, span), from)));
  return [...given, ...merged.filter(({ expression }) => expression.kind === 'record')];
}

/** The fields that a function sets on the object that one of its parameters stands for. `name`: where it is read what that is. */
export function setInside(
  evaluator: Evaluator,
  name: Place,
  binding: Binding,
  scope: number,
): readonly Place[] {
  const parts = mergedParts(name, binding, scope);
  return [
    ...grownInside(evaluator, [], name, binding, scope),
    ...parts.flatMap(part => evaluator.follow(at(name, part))),
  ];
}

/** The entries that it adds to such a record. */
export function addedInside(
  ends: readonly Place[],
  name: Place,
  binding: Binding,
  scope: number,
): readonly Place[] {
  return ends.some(({ expression }) => expression.kind === 'record')
    ? addedRecord(name.module, binding, scope, binding.span).map(record => at(name, record))
    : [];
}

/** What a file adds to a record, as one more; none where it adds nothing. */
function addedRecord(module: Module, binding: Binding, scope: number, span: Span): readonly Expression[] {
  const entries = additions(module, binding, scope).map((value): RecordEntry => ({ key: undefined, value }));
  return entries.length > 0 ? [{ kind: 'record', entries, span }] : [];
}

/** By the block of the use: what others of its `if` set never comes there. */
type PartsByBlock = Map<Span | undefined, readonly Expression[]>;

const knownParts = new WeakMap<Binding, PartsByBlock>();

/** Records whose parts go into those of a record that a binding gives a name: files merged into it, fields set deep in it. */
function mergedParts(name: Place, binding: Binding, scope: number): readonly Expression[] {
  const { module } = name;
  return partsOnce(knownParts, name, binding, scope, isOwn => {
    const files = (module.calls.get('merge_from_file') ?? [])
      .filter(({ callee }) => callee.kind === 'member' && isOwn(callee.object))
      .flatMap(fileOf);
    return [...files, ...fieldsSetOn(name, binding.name, isOwn)];
  });
}

const knownFields = new WeakMap<Binding, PartsByBlock>();

/** Records whose entries are fields of an object that a binding gives a name: those that the file sets on it. */
function objectParts(name: Place, binding: Binding, scope: number): readonly Expression[] {
  return partsOnce(knownFields, name, binding, scope, isOwn => [
    ...fieldsSetOn(name, binding.name, isOwn),
    ...spreadParts(name.module, binding, scope),
  ]);
}

function partsOnce(
  known: WeakMap<Binding, PartsByBlock>,
  { module, expression }: Place,
  binding: Binding,
  scope: number,
  find: (isOwn: (object: Expression) => boolean) => readonly Expression[],
): readonly Expression[] {
  const block = blockAround(module, expression.span);
  const byBlock: PartsByBlock = known.get(binding) ?? new Map();
  known.set(binding, byBlock);
  const found = byBlock.get(block) ?? find(object => isBoundBy(object, module, binding, scope));
  byBlock.set(block, found);
  return found;
}

/** The records whose entries a file sets as fields of what a binding gives a name, whatever keys they have. */
function spreadParts(module: Module, binding: Binding, scope: number): readonly Expression[] {
  return spreadsIn(module)
    .filter(({ object }) => isBoundBy(object, module, binding, scope))
    .map(({ from }) => from);
}

/** `config.merge_from_file("own.yaml")` adds what the file says. */
function fileOf({ arguments: [path], span }: Call): readonly Expression[] {
  return path ? [loadedFile(path.value, span)] : [];
}
