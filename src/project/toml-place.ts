import type { SourceRange } from '../model/source.ts';
import { rangeBetween } from './text-place.ts';

/**
 * Where a TOML file or an INI file gives a key of a table: the key and its value as far as the line goes.
 *
 * The parser keeps no positions, so the lines are looked at instead; dotted keys are found by their last part.
 */
export function findKey(file: string, text: string, table: string, key: string): SourceRange | undefined {
  let current = '';
  let offset = 0;
  for (const line of text.split('\n')) {
    const header = /^\s*\[([^[\]]+)\]/.exec(line)?.[1];
    if (header !== undefined) current = unquoted(header);
    else if (keyOf(line, current) === `${table}.${key}`) return lineRange(file, text, line, offset);
    offset += line.length + 1;
  }
  return undefined;
}

function keyOf(line: string, table: string): string | undefined {
  const written = /^\s*([\w.\s"'-]+?)\s*[=:]/.exec(line)?.[1];
  return written === undefined ? undefined : `${table}.${unquoted(written)}`;
}

function unquoted(name: string): string {
  return name.replaceAll(/["'\s]/g, '');
}

function lineRange(file: string, text: string, line: string, offset: number): SourceRange {
  const start = offset + Math.max(0, line.search(/\S/));
  return rangeBetween(file, text, start, Math.max(start, offset + line.trimEnd().length));
}
