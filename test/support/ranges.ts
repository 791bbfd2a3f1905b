import assert from 'node:assert/strict';
import type { ModelReference } from '../../src/model/reference.ts';
import type { SourceRange } from '../../src/model/source.ts';
import { withoutSeparators } from '../../src/parse/line-feeds.ts';
import { written } from './written.ts';

type Sources = Readonly<Record<string, string>>;

/** Each reference lies where its files have text; a literal between its quotes says what the reference says. */
export function assertRangesFit(files: Sources, references: readonly ModelReference[]): void {
  for (const reference of references) {
    const { range, call, trail, id } = reference;
    for (const place of [range, call, ...trail]) assertInside(files, place);
    const around = written(textAt(files, range), widened(range));
    const inside = around.slice(1, -1);
    const isLiteral = /^(["'`])[^"'`\\{$\n]*\1$/.test(around);
    if (isLiteral && id !== undefined) assert.equal(withoutSeparators(inside), withoutSeparators(id));
  }
}

function assertInside(files: Sources, range: SourceRange): void {
  const lines = linesOf(textAt(files, range));
  const { start, end } = range;
  const where = JSON.stringify(range);
  assert.ok(start.line <= end.line && end.line < lines.length, `lines of ${where}`);
  assert.ok(start.character <= (lines[start.line]?.length ?? -1), `start of ${where}`);
  assert.ok(end.character <= (lines[end.line]?.length ?? -1), `end of ${where}`);
  assert.ok(start.line < end.line || start.character <= end.character, `order of ${where}`);
}

function textAt(files: Sources, { file, cell }: SourceRange): string {
  const text = files[file];
  assert.ok(text !== undefined, `${file} is none of the files`);
  if (cell === undefined) return withLineFeeds(text);
  const { cells } = JSON.parse(text) as { cells: { source: string | string[] }[] };
  return withLineFeeds([cells[cell]?.source ?? []].flat().join(''));
}

/** The lines of the texts asked for last: a long text is asked for once for each of its references. */
const lastLines = new Map<string, readonly string[]>();

/** Lines as the Language Server Protocol counts them. */
function linesOf(text: string): readonly string[] {
  const lines = lastLines.get(text) ?? text.split(/\r\n|\r|\n/);
  if (lastLines.size > 8) lastLines.clear();
  lastLines.set(text, lines);
  return lines;
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? linesOf(text).join('\n') : text;
}

function widened(range: SourceRange): SourceRange {
  const { start, end } = range;
  return {
    ...range,
    start: { ...start, character: Math.max(0, start.character - 1) },
    end: { ...end, character: end.character + 1 },
  };
}
