import type { Span } from '../model/source.ts';
import type { Expression, RecordEntry, SyntaxFacts } from '../model/syntax.ts';
import { hostedValues } from './hosted-names.ts';

/**
 * Constants under which the files of transformers list the models of their own architecture and what their examples
 * load. Whoever copies such a file uses none of them by that.
 */
const libraryNames = /_PRETRAINED_MODEL_ARCHIVE_LIST$|^_CHECKPOINT_FOR_\w+$|^_\w+_CLASS_CHECKPOINT$/;

/** Where tables and constants name something else than a model that a program uses or offers. */
export function otherTables({ scopes, stores, exports, calls }: SyntaxFacts): readonly Span[] {
  const bindings = scopes.flatMap(scope => scope.bindings);
  const listed = bindings.flatMap(({ name, value }) => (value && libraryNames.test(name) ? value.span : []));
  const roots = [
    ...bindings.flatMap(({ value }) => value ?? []),
    ...[...stores, ...exports].map(({ value }) => value),
    ...calls.flatMap(call => call.arguments.map(({ value }) => value)),
  ];
  return [...listed, ...roots.flatMap(recordsIn).flatMap(otherTexts)];
}

function otherTexts(entries: readonly RecordEntry[]): readonly Span[] {
  const labels = entries.flatMap(({ key, value }) => {
    if (key?.kind !== 'string') return [];
    if (isLabel(key.value, value)) return key.span;
    return value.kind === 'string' && !value.value.includes('/') ? value.span : [];
  });
  return [...labels, ...hostedValues(entries).map(({ span }) => span)];
}

/**
 * A key without an owner is the program's own word for what stands behind it, as is a value without one behind an id;
 * sizes and addresses are about a model.
 */
function isLabel(key: string, value: Expression): boolean {
  return !key.includes('/') || isFigure(value);
}

function isFigure(value: Expression): boolean {
  switch (value.kind) {
    case 'literal':
      return true;
    case 'string':
      return /^https?:\/\//.test(value.value);
    case 'list':
      return value.items.length > 0 && value.items.every(isFigure);
    case 'record':
      return value.entries.length > 0 && value.entries.every(entry => isFigure(entry.value));
    default:
      return false;
  }
}

/** The tables that an expression is made of. What its calls are given stands among the calls of the file. */
function recordsIn(expression: Expression): readonly (readonly RecordEntry[])[] {
  switch (expression.kind) {
    case 'record':
      return [expression.entries, ...expression.entries.flatMap(({ value }) => recordsIn(value))];
    case 'list':
      return expression.items.flatMap(recordsIn);
    case 'choice':
      return expression.options.flatMap(recordsIn);
    case 'function':
      return expression.returns.flatMap(recordsIn);
    case 'each':
      return recordsIn(expression.item);
    case 'member':
    case 'index':
      return recordsIn(expression.object);
    case 'element':
      return recordsIn(expression.of);
    case 'call':
      return expression.callee.kind === 'member' ? recordsIn(expression.callee.object) : [];
    default:
      return [];
  }
}
