import { type AST, parseTOML } from 'toml-eslint-parser';
import { plainSpan } from '../model/source.ts';
import type { Expression, RecordEntry } from '../model/syntax.ts';
import { maxDepth } from './facts-builder.ts';
import type { LineIndex } from './mapped-text.ts';

/** A table while it is filled: dotted keys and headers may come to it from several places. */
interface Table {
  readonly children: Map<string, { readonly key: Expression; value: Draft }>;
  readonly start: number;
  end: number;
}
type Draft = { table: Table } | { tables: Table[] } | { value: Expression };

/** A TOML file as one record. Throws when it is broken: a TOML file is read whole or not at all. */
export function readToml(lines: LineIndex): Expression {
  return new TomlReader(lines).read(parseTOML(lines.text));
}

class TomlReader {
  readonly #lines: LineIndex;

  constructor(lines: LineIndex) {
    this.#lines = lines;
  }

  read(program: AST.TOMLProgram): Expression {
    const root = newTable(0, this.#lines.text.length);
    for (const node of program.body[0].body) {
      if (node.type === 'TOMLKeyValue') this.#keyValue(root, node, 0);
      else this.#table(root, node);
    }
    return this.#record(root, 0);
  }

  #table(root: Table, node: AST.TOMLTable): void {
    const { keys } = node.key;
    const parent = this.#descend(root, keys.slice(0, -1), node.range);
    const last = keys.at(-1);
    const name = last === undefined ? undefined : nameOf(last);
    if (last === undefined || name === undefined || parent === undefined) return;
    const table =
      node.kind === 'array'
        ? this.#append(parent, name, last, node)
        : this.#descend(parent, [last], node.range);
    if (table !== undefined) for (const pair of node.body) this.#keyValue(table, pair, 0);
  }

  #append(parent: Table, name: string, key: AST.TOMLBare | AST.TOMLQuoted, node: AST.TOMLTable): Table {
    const table = newTable(...node.range);
    const found = parent.children.get(name)?.value;
    if (found !== undefined && 'tables' in found) found.tables.push(table);
    else parent.children.set(name, { key: this.#key(key), value: { tables: [table] } });
    return table;
  }

  /** The table that the keys lead to; a list of tables means its last. */
  #descend(
    from: Table,
    keys: readonly (AST.TOMLBare | AST.TOMLQuoted)[],
    [start, end]: readonly [number, number],
  ): Table | undefined {
    let table: Table | undefined = from;
    for (const key of keys.slice(0, maxDepth)) {
      if (table === undefined) return undefined;
      const name = nameOf(key);
      const found: Draft | undefined = table.children.get(name)?.value;
      if (found === undefined) {
        const created = newTable(start, end);
        table.children.set(name, { key: this.#key(key), value: { table: created } });
        table = created;
      } else if ('table' in found) {
        found.table.end = Math.max(found.table.end, end);
        table = found.table;
      } else table = 'tables' in found ? found.tables.at(-1) : undefined;
    }
    return table;
  }

  #keyValue(table: Table, { key, value, range }: AST.TOMLKeyValue, depth: number): void {
    const last = key.keys.at(-1);
    const owner = this.#descend(table, key.keys.slice(0, -1), range);
    if (last === undefined || owner === undefined) return;
    owner.children.set(nameOf(last), {
      key: this.#key(last),
      value: { value: this.#value(value, depth + 1) },
    });
  }

  #key(key: AST.TOMLBare | AST.TOMLQuoted): Expression {
    const [start, end] = key.range;
    const quote = key.type === 'TOMLQuoted' ? 1 : 0;
    return { kind: 'string', value: nameOf(key), span: this.#lines.span(start + quote, end - quote) };
  }

  #value(node: AST.TOMLContentNode, depth: number): Expression {
    const span = this.#lines.span(...node.range);
    if (depth > maxDepth) return { kind: 'opaque', span };
    if (node.type === 'TOMLArray') {
      return { kind: 'list', items: node.elements.map(item => this.#value(item, depth + 1)), span };
    }
    if (node.type === 'TOMLInlineTable') {
      const table = newTable(...node.range);
      for (const pair of node.body) this.#keyValue(table, pair, depth);
      return this.#record(table, depth);
    }
    if (node.kind === 'string') {
      return { kind: 'string', value: node.value, span: this.#inside(node) };
    }
    if (node.kind === 'boolean' || node.kind === 'float' || node.kind === 'integer') {
      return { kind: 'literal', value: node.value, span };
    }
    return { kind: 'opaque', span };
  }

  #inside({ range: [start, end], multiline }: AST.TOMLStringValue): Expression['span'] {
    const quote = multiline ? 3 : 1;
    const newline = multiline
      ? (/^\r?\n/.exec(this.#lines.text.slice(start + quote, start + quote + 2))?.[0].length ?? 0)
      : 0;
    return this.#lines.span(start + quote + newline, end - quote);
  }

  #record({ children, start, end }: Table, depth: number): Expression {
    const span = this.#lines.span(start, end);
    if (depth > maxDepth) return { kind: 'opaque', span };
    const entries = [...children.values()].map(
      ({ key, value }): RecordEntry => ({ key, value: this.#draft(value, depth + 1) }),
    );
    return { kind: 'record', entries, span };
  }

  #draft(draft: Draft, depth: number): Expression {
    if ('value' in draft) return draft.value;
    if ('table' in draft) return this.#record(draft.table, depth);
    const items = draft.tables.map(table => this.#record(table, depth + 1));
    const [first] = items;
    const last = items.at(-1);
    const span =
      first === undefined || last === undefined
        ? this.#lines.span(0, 0)
        : { ...plainSpan(first.span), end: last.span.end };
    return { kind: 'list', items, span };
  }
}

function newTable(start: number, end: number): Table {
  return { children: new Map(), start, end };
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}
