import { plainSpan } from '../model/source.ts';
import type { Binding, Call, Expression, RecordEntry, SyntaxFacts } from '../model/syntax.ts';

/** More was not written by a person. */
const maxRows = 400;
const statement = /^\s*from\s+([.\w]+)\s+import\s+([\w\s,]+)$/;

/** Adds what a file imports by statements that it puts together itself: `exec(f"from .{module} import {names}")`. */
export function withExecutedImports(facts: SyntaxFacts): SyntaxFacts {
  const executed = facts.calls.flatMap(call => importsOf(call, facts));
  if (executed.length === 0) return facts;
  const imports = new Set([...facts.imports, ...executed.map(({ module }) => module)]);
  const scopes = facts.scopes.map((scope, index) => {
    const added = executed.filter(one => one.scope === index).map(({ binding }) => binding);
    return added.length === 0 ? scope : { ...scope, bindings: [...scope.bindings, ...added] };
  });
  return { ...facts, scopes, imports: [...imports] };
}

interface ExecutedImport {
  readonly scope: number;
  readonly module: string;
  readonly binding: Binding;
}

function importsOf(call: Call, facts: SyntaxFacts): readonly ExecutedImport[] {
  const { callee, arguments: given, scope } = call;
  const [text] = given;
  if (callee.kind !== 'name' || callee.name !== 'exec' || given.length !== 1 || !text) return [];
  return textsOf(text.value, facts).flatMap(code => {
    const [, module, names = ''] = statement.exec(code) ?? [];
    if (module === undefined) return [];
    return names.split(',').flatMap(listed => {
      const [name, as, alias] = listed.trim().split(/\s+/);
      if (name === undefined || name === '') return [];
      // Each is a step of its own on a trail.
      const span = plainSpan(call.span);
      const value: Expression = { kind: 'import', module, name, span };
      const local = as === 'as' && alias !== undefined ? alias : name;
      return { scope, module, binding: { name: local, kind: 'import', value, span, within: call.span } };
    });
  });
}

/** What a text can be whose parts are written out, or stand in one row of a table that is looped over. */
function textsOf(text: Expression, facts: SyntaxFacts): readonly string[] {
  if (text.kind === 'string') return [text.value];
  if (text.kind !== 'concat') return [];
  const parts = text.parts.map(part => valuesOf(part, facts));
  const count = Math.max(...parts.map(part => (part.isTable ? part.values.length : 1)));
  return Array.from({ length: Math.min(count, maxRows) }, (_, row) => {
    const values = parts.map(({ values: all, isTable }) => all[isTable ? row : 0]);
    return values.every(value => value !== undefined) ? values.join('') : '';
  });
}

interface Column {
  readonly values: readonly (string | undefined)[];
  /** One for each row of a table. */
  readonly isTable: boolean;
}

const nothing: Column = { values: [], isTable: false };

function valuesOf(part: Expression, facts: SyntaxFacts): Column {
  if (part.kind === 'string') return { values: [part.value], isTable: false };
  const value = part.kind === 'name' ? boundTo(part, facts) : undefined;
  if (value?.kind === 'string') return { values: [value.value], isTable: false };
  if (value?.kind === 'element') return column(value.of, undefined, facts);
  const isItem = value?.kind === 'index' && value.object.kind === 'element' && value.index.kind === 'literal';
  return isItem && value.object.kind === 'element' && value.index.kind === 'literal'
    ? column(value.object.of, value.index.value, facts)
    : nothing;
}

/** One place of each of the items: of `table.items()` the key or the value, of a table or a list itself the whole. */
function column(of: Expression, place: unknown, facts: SyntaxFacts): Column {
  const isPairs = of.kind === 'call' && of.callee.kind === 'member' && of.callee.property === 'items';
  const named = isPairs && of.callee.kind === 'member' ? of.callee.object : of;
  const table = named.kind === 'name' ? boundTo(named, facts) : named;
  if (isPairs !== (place !== undefined)) return nothing;
  if (table?.kind === 'record') {
    const pick = ({ key, value }: RecordEntry): Expression | undefined => (place === 1 ? value : key);
    return { values: table.entries.map(entry => written(pick(entry))), isTable: true };
  }
  return table?.kind === 'list' && !isPairs ? { values: table.items.map(written), isTable: true } : nothing;
}

function written(value: Expression | undefined): string | undefined {
  return value?.kind === 'string' ? value.value : undefined;
}

/** What a name of the same program is bound to, where that is one thing. */
function boundTo(
  { name, scope }: Extract<Expression, { kind: 'name' }>,
  { scopes }: SyntaxFacts,
): Expression | undefined {
  for (let current: number | undefined = scope; current !== undefined; current = scopes[current]?.parent) {
    const bound = (scopes[current]?.bindings ?? []).filter(binding => binding.name === name);
    if (bound.length > 0) return bound.length === 1 ? bound[0]?.value : undefined;
  }
  return undefined;
}
