import type { Position, SourceRange } from '../model/source.ts';

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length - 1, character: offset - lineStart };
}

export function rangeBetween(file: string, text: string, start: number, end: number): SourceRange {
  return { file, start: positionAt(text, start), end: positionAt(text, end) };
}

/** The first line that says something. */
export function firstLine(file: string, text: string): SourceRange {
  const start = Math.max(0, text.search(/\S/));
  const end = text.slice(start).search(/\r?\n|$/) + start;
  return rangeBetween(file, text, start, end);
}
