import { type Node as JsonNode, parseTree } from 'jsonc-parser';
import type { Expression } from '../model/syntax.ts';
import { maxDepth } from './facts-builder.ts';
import { readIni } from './ini.ts';
import { LineIndex } from './mapped-text.ts';
import { readToml } from './toml.ts';
import { readYaml } from './yaml.ts';

/** Larger files hold data, not settings. */
const maxLength = 2_000_000;

type Reader = (lines: LineIndex) => Expression | undefined;

const readers: Readonly<Record<string, Reader>> = {
  json: readJson,
  jsonc: readJson,
  yaml: readYaml,
  yml: readYaml,
  toml: readToml,
  env: readIni,
  properties: readIni,
  ini: readIni,
  cfg: readIni,
  conf: readIni,
};

/**
 * A file of settings as an expression, so that what code reads from it is followed like what code says itself.
 *
 * Undefined for a file of another kind, one that is broken or too large. Never throws.
 */
export function readDataFile(file: string, text: string): Expression | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1).toLowerCase();
  const ending = /^\.env(?:\.|$)/.test(name) ? 'env' : name.slice(name.lastIndexOf('.') + 1);
  const reader = Object.hasOwn(readers, ending) ? readers[ending] : undefined;
  if (reader === undefined || text.length > maxLength) return undefined;
  try {
    return reader(new LineIndex(text));
  } catch {
    // The libraries throw for broken files and for nesting deeper than the stack: such a file says nothing.
    return undefined;
  }
}

function readJson(lines: LineIndex): Expression | undefined {
  const root = parseTree(lines.text, [], { allowTrailingComma: true });
  return root === undefined ? undefined : jsonExpression(lines, root, 0);
}

function jsonExpression(lines: LineIndex, node: JsonNode, depth: number): Expression {
  const { type, offset, length, children = [], value } = node;
  const span = lines.span(offset, offset + length);
  if (depth > maxDepth) return { kind: 'opaque', span };
  switch (type) {
    case 'string':
      return { kind: 'string', value: String(value), span: lines.span(offset + 1, offset + length - 1) };
    case 'array':
      return { kind: 'list', items: children.map(item => jsonExpression(lines, item, depth + 1)), span };
    case 'object': {
      const entries = children.flatMap(({ children: [key, item] = [] }) =>
        key === undefined || item === undefined
          ? []
          : {
              key: jsonExpression(lines, key, depth + 1),
              value: jsonExpression(lines, item, depth + 1),
            },
      );
      return { kind: 'record', entries, span };
    }
    case 'number':
    case 'boolean':
    case 'null':
      return { kind: 'literal', value, span };
    default:
      return { kind: 'opaque', span };
  }
}
