import type { Call, Expression } from '../model/syntax.ts';
import { entryOf } from './entries.ts';
import type { Data } from './held-facts.ts';
import { type DefaultsEntry, defaultsOf, keysOfEntry, keysOfHeader, withoutEnding } from './hydra-entries.ts';
import { folderOf, join, normalize } from './module-path.ts';

/*
 * `defaults: [override /net: large]` of Hydra's settings beside `net:`: what `net/large.yaml` has called is called with
 * what stands under `net` here instead.
 */

/** As many folders may lead to a file of a group. */
const deepestGroup = 3;

/** What a file of settings may override, as makers are asked for: `/net/large`. */
export function overriddenNames(data: Expression): readonly string[] {
  return entriesIn(data).flatMap(({ group, names }) => names.map(name => `/${join(group, name)}`));
}

/** The names that others may override a file by. */
export function namesOfFile(file: string): readonly string[] {
  const parts = withoutEnding(file).split('/');
  const most = Math.min(deepestGroup + 1, parts.length);
  return Array.from({ length: most }, (_, index) => `/${parts.slice(-1 - index).join('/')}`);
}

/** Whether a file's `defaults` take another in. */
export function doesInclude({ expression, module }: Data, file: string): boolean {
  return entriesIn(expression).some(one => isOf(one, file, module.file));
}

const known = new WeakMap<Call, WeakMap<Expression, Call>>();

/** The call that a file of settings is, with what another says it is called with; undefined where that says nothing of it. */
export function overriddenCall(made: Data, call: Call, other: Data): Call | undefined {
  const entry = entriesIn(other.expression).find(one => isOf(one, made.module.file, other.module.file));
  const placed = entry?.place === undefined ? keysOfHeader(made.expression, entry?.group ?? '') : undefined;
  const given = entry && partUnder(other.expression, placed ?? keysOfEntry(entry));
  // What has something called itself is no part of what another file has called.
  if (given?.kind !== 'record' || entryOf(given.entries, '_target_').value) return undefined;
  const calls = known.get(call) ?? new WeakMap<Expression, Call>();
  known.set(call, calls);
  const before = calls.get(given);
  if (before) return before;
  const own = given.entries.flatMap(({ key, value }) =>
    key?.kind === 'string' ? [{ name: key.value, value }] : [],
  );
  const names = new Set(own.map(({ name }) => name));
  // What is not overridden is given all the same: it is no default that is taken.
  const left = call.arguments.filter(({ name }) => name !== undefined && !names.has(name));
  const kept = left.map(argument => ({ ...argument, value: opaqueAt(argument.value) }));
  const result: Call = { ...call, arguments: [...own, ...kept], span: given.span };
  calls.set(given, result);
  return result;
}

function opaqueAt({ span }: Expression): Expression {
  return { kind: 'opaque', span };
}

function isOf({ group, names, isAbsolute }: DefaultsEntry, file: string, from: string): boolean {
  const stem = withoutEnding(file);
  return names.some(name => {
    const path = join(group, name);
    if (!isAbsolute) return normalize(join(folderOf(from), path)) === stem;
    return `/${stem}`.endsWith(`/${path}`) && from.startsWith(stem.slice(0, -path.length));
  });
}

function partUnder(settings: Expression, keys: readonly string[]): Expression | undefined {
  return keys.reduce<Expression | undefined>(
    (part, key) => (part?.kind === 'record' ? entryOf(part.entries, key).value : undefined),
    settings,
  );
}

function entriesIn(data: Expression): readonly DefaultsEntry[] {
  const { before, after } = defaultsOf(data);
  return [...before, ...after];
}
