import type { Expression, RecordEntry, StringLiteral } from '../model/syntax.ts';
import type { LineIndex } from './mapped-text.ts';

interface Section {
  readonly key: StringLiteral | undefined;
  readonly entries: RecordEntry[];
  readonly start: number;
  end: number;
}

/** `NAME=value` line by line: `.env`, properties and INI files, whose sections are records of their own. */
export function readIni(lines: LineIndex): Expression {
  const root: Section = { key: undefined, entries: [], start: 0, end: lines.text.length };
  const sections: Section[] = [root];
  for (const { 0: line, index } of lines.text.matchAll(/[^\n]+/g)) {
    const section = sections.at(-1) ?? root;
    const name = /^\s*\[([^\]]+)\]/.exec(line);
    if (name?.[1] !== undefined) {
      const start = index + name[0].length - 1 - name[1].length;
      sections.push({
        key: text(lines, name[1], start),
        entries: [],
        start: index,
        end: index + line.length,
      });
    } else {
      const entry = readEntry(lines, line, index);
      if (entry === undefined) continue;
      section.entries.push(entry);
      section.end = Math.max(section.end, index + line.length);
    }
  }
  const nested = sections.slice(1).map(
    ({ key, entries, start, end }): RecordEntry => ({
      key,
      value: { kind: 'record', entries, span: lines.span(start, end) },
    }),
  );
  return { kind: 'record', entries: [...root.entries, ...nested], span: lines.span(0, lines.text.length) };
}

function readEntry(lines: LineIndex, line: string, index: number): RecordEntry | undefined {
  const [whole, name] = /^\s*(?:export[ \t]+)?([^\s#;!=:[\]"'][^\s=:]*)[ \t]*[=:][ \t]*/.exec(line) ?? [];
  if (whole === undefined || name === undefined) return undefined;
  const [start, end] = valueRange(line, whole.length);
  return {
    key: text(lines, name, index + whole.indexOf(name)),
    value: text(lines, line.slice(start, end), index + start),
  };
}

/** Between the quotes, or up to a comment. */
function valueRange(line: string, start: number): readonly [number, number] {
  const quoted = /^(["'])(.*?)\1[ \t]*(?:#.*)?\r?$/.exec(line.slice(start));
  if (quoted?.[2] !== undefined) return [start + 1, start + 1 + quoted[2].length];
  const value = line
    .slice(start)
    .replace(/(?:^|[ \t])[#;].*$/, '')
    .trimEnd();
  return [start, start + value.length];
}

function text(lines: LineIndex, value: string, start: number): StringLiteral {
  return { kind: 'string', value, span: lines.span(start, start + value.length) };
}
