import type { Call, Expression, RecordEntry } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import type { Data } from './held-facts.ts';
import { given } from './known-call.ts';
import type { Module } from './module.ts';
import { lastName } from './names.ts';
import { type Place, placeOf } from './place.ts';

/** Settings that code keeps under a name for Hydra to find, where a file of settings would do. */
export interface StoredSettings extends Data {
  readonly name: string;
}

/**
 * What the files of a program give to Hydra's store: `cs.store(name="base", node=Config)`. Of those in a group, which are
 * one of several, the annotations of settings tell.
 */
export function storedSettings(evaluator: Evaluator, script: Module): readonly StoredSettings[] {
  return evaluator.program
    .callingAmongImports(script.file, 'store')
    .flatMap(file => evaluator.program.needed(file) ?? [])
    .flatMap(module => (module.calls.get('store') ?? []).flatMap(call => storedBy(evaluator, module, call)));
}

function storedBy(evaluator: Evaluator, module: Module, call: Call): readonly StoredSettings[] {
  const [named, node] = [given(call, 0, 'name'), given(call, 1, 'node')];
  const places = [given(call, 2, 'group'), given(call, 3, 'package')];
  // `group=None` is the same as none.
  const isPlaced = places.some(one => one && evaluator.constant(placeOf(one, module))?.value !== null);
  if (!named || !node || isPlaced || !isStore(evaluator, module, call)) return [];
  const name = evaluator.constant(placeOf(named, module))?.value;
  return typeof name === 'string' ? [{ module, expression: node, name }] : [];
}

/** Whether it is Hydra's store, the one of `ConfigStore.instance()`, that keeps something. */
function isStore(evaluator: Evaluator, module: Module, { callee }: Call): boolean {
  if (callee.kind !== 'member') return false;
  const made =
    callee.object.kind === 'call'
      ? [placeOf(callee.object, module)]
      : evaluator.glance(callee.object, module);
  return made.some(
    ({ expression }) =>
      expression.kind === 'call' &&
      expression.callee.kind === 'member' &&
      lastName(expression.callee.object) === 'ConfigStore',
  );
}

/**
 * Settings that code keeps, without what files set in their place: that is known from there. A file that calls something
 * missing, by `???`, sets nothing.
 */
export function withoutReplaced(settings: Expression, others: readonly Expression[]): Expression {
  const { span } = settings;
  const set = new Map<string, Expression[]>();
  for (const { key, value } of others.flatMap(other => (other.kind === 'record' ? other.entries : [])))
    if (key?.kind === 'string' && !isMissing(value))
      set.set(key.value, [...(set.get(key.value) ?? []), value]);
  if (set.size === 0) return settings;
  const entries = [...set].map(([name, values]): RecordEntry => {
    const part: Expression = { kind: 'member', object: settings, property: name, span };
    const isPart = values.every(({ kind }) => kind === 'record');
    const left: Expression = isPart ? withoutReplaced(part, values) : { kind: 'opaque', span };
    return { key: { kind: 'string', value: name, span }, value: left };
  });
  return { kind: 'record', entries: [{ key: undefined, value: settings }, ...entries], span };
}

/** What a file says, without what settings that code keeps set in its place. */
export function withoutStored(
  evaluator: Evaluator,
  written: Expression,
  stored: readonly Data[],
): Expression {
  if (written.kind !== 'record' || stored.length === 0) return written;
  const entries = written.entries.flatMap(({ key, value }): readonly RecordEntry[] => {
    if (key?.kind !== 'string') return [{ key, value }];
    const { span } = value;
    const parts = stored.map(({ module, expression }): Data => {
      const part = { kind: 'member', object: expression, property: key.value, span } as const;
      return { module, expression: part };
    });
    if (value.kind === 'record') return [{ key, value: withoutStored(evaluator, value, parts) }];
    return parts.some(part => isSet(evaluator, part)) ? [] : [{ key, value }];
  });
  return { ...written, entries };
}

/** Whether code surely sets something. What a class only declares, or calls `MISSING`, is left to others. */
function isSet(evaluator: Evaluator, { expression, module }: Data): boolean {
  const values = evaluator.glance(expression, module);
  const isValue = ({ expression: value, isByName }: Place): boolean =>
    !isByName && ['string', 'literal', 'list'].includes(value.kind) && !isMissing(value);
  return values.length > 0 && values.every(isValue);
}

function isMissing(value: Expression): boolean {
  return value.kind === 'string' && value.value === '???';
}
