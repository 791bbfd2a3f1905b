import type { Binding } from '../model/syntax.ts';
import { ownerOf } from './additions.ts';
import type { Evaluator } from './evaluator.ts';
import { lookUpsBefore, type Name } from './look-ups.ts';
import type { Module } from './module.ts';
import type { Place } from './place.ts';
import { isHandedOver } from './whole-tables.ts';

/**
 * The ends without the texts that are no key of a table in which the code has surely looked the name up before: for those
 * the program ended there. A table of which no text is a key may get its keys from elsewhere.
 */
export function withoutMissingKeys(
  { program }: Evaluator,
  { expression, module }: Place,
  ends: readonly Place[],
): readonly Place[] {
  if (!ends.some(isText)) return ends;
  const tables = lookUpsBefore(expression, module).flatMap(({ table }) => tableMeant(table, module) ?? []);
  return [...new Set(tables)].reduce((left, { keys, isShared }) => {
    const kept = left.filter(end => end.expression.kind !== 'string' || keys.has(end.expression.value));
    // Whoever imports the file may add keys to what stands at its top.
    return kept.some(isText) && !(isShared && program.isImported(module.file)) ? kept : left;
  }, ends);
}

function isText({ expression }: Place): boolean {
  return expression.kind === 'string';
}

/** A table that is written out in one place, with all the keys that its file gives it. */
interface Table {
  readonly keys: ReadonlySet<string>;
  /** Whether other files may come to it. */
  readonly isShared: boolean;
}

const knownTables = new WeakMap<Binding, Table | 'unsure'>();

function tableMeant(name: Name, module: Module): Table | undefined {
  const scope = ownerOf(name, module);
  const kind = scope === undefined ? undefined : module.facts.scopes[scope]?.kind;
  const [only, ...others] = (scope === undefined ? undefined : module.bindings[scope]?.get(name.name)) ?? [];
  // A class's table is had by whoever has the class.
  if (!only || others.length > 0 || kind === undefined || kind === 'class') return undefined;
  const known = knownTables.get(only) ?? tableOf(only, module, kind === 'module');
  knownTables.set(only, known);
  return known === 'unsure' ? undefined : known;
}

function tableOf({ name, kind, value }: Binding, module: Module, isShared: boolean): Table | 'unsure' {
  if (kind !== 'assignment' || value?.kind !== 'record' || isHandedOver(name, module)) return 'unsure';
  const keys = value.entries.flatMap(({ key }) => (key?.kind === 'string' ? key.value : []));
  return keys.length === value.entries.length ? { keys: new Set(keys), isShared } : 'unsure';
}
