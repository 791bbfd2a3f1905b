import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { parse as parseToml, TomlError } from 'smol-toml';
import type { SourceRange } from '../model/source.ts';
import { TextPlaces } from './text-place.ts';
import { TomlPlaces } from './toml-place.ts';

/** A problem in a configuration file, in words. */
export interface ConfigurationProblem {
  readonly file: string;
  /** One-based; undefined when the whole file is meant. */
  readonly line: number | undefined;
  readonly message: string;
}

/** One file's settings as written, before anything is believed. */
export interface SettingsFile {
  readonly file: string;
  readonly entries: readonly SettingsEntry[];
  readonly problems: readonly ConfigurationProblem[];
}

export interface SettingsEntry {
  readonly key: string;
  readonly value: unknown;
  /** Where it is written. */
  range(): SourceRange | undefined;
  /** Where an item of the value is written: an index of a list, a key of a table. */
  rangeOf(part: string | number): SourceRange | undefined;
}

export function readJsonSettings(file: string, text: string): SettingsFile {
  try {
    return jsonSettings(file, text);
  } catch (error) {
    // The parser recurses, and a hostile file can nest deeper than the stack.
    return {
      file,
      entries: [],
      problems: [{ file, line: undefined, message: `It cannot be read: ${String(error)}` }],
    };
  }
}

function jsonSettings(file: string, text: string): SettingsFile {
  const errors: ParseError[] = [];
  const places = new TextPlaces(file, text);
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const problems = errors.slice(0, 5).map(error => ({
    file,
    line: places.position(error.offset).line + 1,
    message: `This is not valid JSON: ${inWords(printParseErrorCode(error.error))}.`,
  }));
  if (root?.type !== 'object') {
    const message = 'The file must hold one JSON object.';
    return { file, entries: [], problems: problems.length > 0 ? problems : [{ file, line: 1, message }] };
  }
  return { file, entries: (root.children ?? []).flatMap(node => jsonEntry(node, places)), problems };
}

function jsonEntry(property: Node, places: TextPlaces): readonly SettingsEntry[] {
  const [key, value] = property.children ?? [];
  if (key === undefined || value === undefined) return [];
  const rangeOf = (node: Node) => places.range(node.offset, node.offset + node.length);
  return [
    {
      key: String(key.value),
      value: getNodeValue(value),
      range: () => rangeOf(property),
      rangeOf(part) {
        const node = findNodeAtLocation(value, [part]);
        return node === undefined ? undefined : rangeOf(node);
      },
    },
  ];
}

function inWords(code: string): string {
  return code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

const tomlTable = 'tool.ptm-audit';

/** `[tool.ptm-audit]` of a pyproject.toml. A broken file that does not speak to this tool is none of its business. */
export function readTomlSettings(file: string, text: string): SettingsFile {
  if (!text.includes('ptm-audit')) return { file, entries: [], problems: [] };
  try {
    const { tool } = parseToml(text);
    const table = isRecord(tool) ? tool['ptm-audit'] : undefined;
    if (table === undefined) return { file, entries: [], problems: [] };
    if (isRecord(table))
      return { file, entries: tomlEntries(table, new TomlPlaces(file, text)), problems: [] };
    return {
      file,
      entries: [],
      problems: [{ file, line: undefined, message: `[${tomlTable}] must be a table.` }],
    };
  } catch (error) {
    const line = error instanceof TomlError ? error.line : undefined;
    const [message = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return { file, entries: [], problems: [{ file, line, message }] };
  }
}

function tomlEntries(table: Readonly<Record<string, unknown>>, places: TomlPlaces): readonly SettingsEntry[] {
  return Object.entries(table).map(([written, value]) => {
    const range = () => places.find(tomlTable, written);
    return {
      key: camelCase(written),
      value,
      range,
      rangeOf: part =>
        places.find(`${tomlTable}.${written}`, String(part)) ??
        places.find(tomlTable, `${written}.${part}`) ??
        range(),
    };
  });
}

/** TOML files are used to kebab-case keys. */
function camelCase(key: string): string {
  return key.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
