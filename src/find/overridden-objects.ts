import type { Call, Expression, RecordEntry } from '../model/syntax.ts';
import { entryOf } from './entries.ts';
import type { Data } from './held-facts.ts';
import { folderOf, join, normalize } from './module-path.ts';

/*
 * `defaults: [override /net: large]` of Hydra's settings beside `net:`: what `net/large.yaml` has called is called with
 * what stands under `net` here instead.
 */

/** A file that `defaults` name: `net/large`, from the folder of all settings or from the file's own. */
interface Named {
  readonly group: string;
  readonly name: string;
  readonly isAbsolute: boolean;
}

/** As many folders may lead to a file of a group. */
const deepestGroup = 3;

/** What a file of settings may override, as makers are asked for: `/net/large`. */
export function overriddenNames(data: Expression): readonly string[] {
  return namedIn(data).map(({ group, name }) => `/${group}/${name}`);
}

/** The names that others may override a file by. */
export function namesOfFile(file: string): readonly string[] {
  const parts = file.replace(/\.ya?ml$/, '').split('/');
  const most = Math.min(deepestGroup, parts.length - 1);
  return Array.from({ length: most }, (_, index) => `/${parts.slice(-2 - index).join('/')}`);
}

/** Whether a file's `defaults` take another in. */
export function doesInclude({ expression, module }: Data, file: string): boolean {
  return namedIn(expression).some(one => isOf(one, file, module.file));
}

const known = new WeakMap<Call, WeakMap<Expression, Call>>();

/** The call that a file of settings is, with what another says it is called with; undefined where that says nothing of it. */
export function overriddenCall(made: Data, call: Call, other: Data): Call | undefined {
  const named = namedIn(other.expression).find(one => isOf(one, made.module.file, other.module.file));
  const given = named && partUnder(other.expression, named.group.split('/'));
  if (given?.kind !== 'record') return undefined;
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

function isOf({ group, name, isAbsolute }: Named, file: string, from: string): boolean {
  const path = `${group}/${name}`;
  const stem = file.replace(/\.ya?ml$/, '');
  if (!isAbsolute) return normalize(join(folderOf(from), path)) === stem;
  return `/${stem}`.endsWith(`/${path}`) && from.startsWith(stem.slice(0, -path.length));
}

function partUnder(settings: Expression, keys: readonly string[]): Expression | undefined {
  return keys.reduce<Expression | undefined>(
    (part, key) => (part?.kind === 'record' ? entryOf(part.entries, key).value : undefined),
    settings,
  );
}

const knownNames = new WeakMap<Expression, readonly Named[]>();

function namedIn(data: Expression): readonly Named[] {
  const before = knownNames.get(data);
  if (before) return before;
  const found = findNamed(data);
  knownNames.set(data, found);
  return found;
}

function findNamed(data: Expression): readonly Named[] {
  const defaults = data.kind === 'record' ? entryOf(data.entries, 'defaults').value : undefined;
  if (defaults?.kind !== 'list') return [];
  return defaults.items.flatMap(item => (item.kind === 'record' ? item.entries.flatMap(namedBy) : []));
}

function namedBy({ key, value }: RecordEntry): readonly Named[] {
  const written = key?.kind === 'string' ? /^(?:override )?(\/?)([\w/-]+)$/.exec(key.value) : null;
  const [, slash = '', group] = written ?? [];
  if (group === undefined || value.kind !== 'string') return [];
  return [{ group, name: value.value.replace(/\.ya?ml$/, ''), isAbsolute: slash !== '' }];
}
