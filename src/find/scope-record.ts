import type { Expression, RecordEntry } from '../model/syntax.ts';
import type { Data } from './held-facts.ts';
import type { Module } from './module.ts';
import { oncePer } from './once-per.ts';

/** Behind everything that a scope binds. */
const atItsEnd = {
  start: { line: Number.MAX_SAFE_INTEGER, character: 0 },
  end: { line: Number.MAX_SAFE_INTEGER, character: 0 },
};

/** The names of a scope as a record: each with what it has at the scope's end. */
export function scopeRecord({ bindings }: Module, scope: number, span: Expression['span']): Expression {
  const names = [...(bindings[scope]?.keys() ?? [])];
  const entries = names.map(
    (name): RecordEntry => ({
      key: { kind: 'string', value: name, span },
      value: { kind: 'name', name, scope, span: atItsEnd },
    }),
  );
  return { kind: 'record', entries, span };
}

/** What a file names at its top, as those read it who take code for settings: one record, whoever asks. */
export const settingsIn = oncePer((module: Module): Data => {
  const start = { line: 0, character: 0 };
  return { module, expression: scopeRecord(module, 0, { start, end: start }) };
});
