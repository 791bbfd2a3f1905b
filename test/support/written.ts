import type { Span } from '../../src/model/source.ts';

/** What stands in a text at a span. */
export function written(text: string, { start, end }: Span): string {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  return lines
    .map((line, index) =>
      line.slice(index === 0 ? start.character : 0, index === last ? end.character : line.length),
    )
    .join('\n');
}
