import type { Expression, RecordEntry } from '../model/syntax.ts';

/** A value that is set however deep: `model.name` to "x". */
export interface NestedField {
  readonly path: readonly string[];
  readonly value: Expression;
}

/** Parts of a path that people write. */
export const deepestField = 32;

/** What all the fields make together, as records in each other. What is set on a part comes behind what the part is set to. */
export function nestedRecord(fields: readonly NestedField[], span: Expression['span']): Expression {
  const entries = [...byFirstKey(fields)].map(([key, own]): RecordEntry => {
    const set = own.flatMap(({ path, value }) => (path.length === 1 ? value : []));
    const inner = own.filter(({ path }) => path.length > 1);
    const deeper = inner.map(field => ({ ...field, path: field.path.slice(1) }));
    return { key: { kind: 'string', value: key, span, isMade: true }, value: together(set, deeper, span) };
  });
  return { kind: 'record', entries, span };
}

function byFirstKey(fields: readonly NestedField[]): ReadonlyMap<string, readonly NestedField[]> {
  const byKey = new Map<string, NestedField[]>();
  for (const field of fields) {
    const [key = ''] = field.path;
    const own = byKey.get(key);
    if (own) own.push(field);
    else byKey.set(key, [field]);
  }
  return byKey;
}

function together(
  set: readonly Expression[],
  inner: readonly NestedField[],
  span: Expression['span'],
): Expression {
  const [only, ...others] = set;
  const whole = others.length > 0 ? ({ kind: 'choice', options: set, span } as const) : only;
  if (inner.length === 0) return whole ?? { kind: 'opaque', span };
  const record = nestedRecord(inner, span);
  if (!whole || record.kind !== 'record') return record;
  return { ...record, entries: [{ key: undefined, value: whole }, ...record.entries] };
}
