/** Zero-based line and UTF-16 column, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of one file, end exclusive. `cell` is the zero-based index of a notebook cell; lines then count from the cell's first. */
export interface Span {
  readonly cell?: number;
  readonly start: Position;
  readonly end: Position;
}

/**
 * A span in one object: those of facts are many, and three objects each would be two fifths of what they hold. Its ends are
 * made when they are asked for, so that `plainSpan` copies it, not `...`.
 */
export class CompactSpan implements Span {
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly endCharacter: number;

  constructor(startLine: number, startCharacter: number, endLine: number, endCharacter: number) {
    this.startLine = startLine;
    this.startCharacter = startCharacter;
    this.endLine = endLine;
    this.endCharacter = endCharacter;
  }

  get start(): Position {
    return { line: this.startLine, character: this.startCharacter };
  }

  get end(): Position {
    return { line: this.endLine, character: this.endCharacter };
  }
}

/** A copy of a span, as plain data. */
export function plainSpan({ cell, start, end }: Span): Span {
  return cell === undefined ? { start, end } : { cell, start, end };
}

/** A span and the file it lies in: a path relative to the repository's root, with `/` between its parts. */
export interface SourceRange extends Span {
  readonly file: string;
}

export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Orders spans by cell, then start, then end. */
export function compareSpans(a: Span, b: Span): number {
  return (
    (a.cell ?? -1) - (b.cell ?? -1) || comparePositions(a.start, b.start) || comparePositions(a.end, b.end)
  );
}

export function isWithin(position: Position, span: Span): boolean {
  return comparePositions(span.start, position) <= 0 && comparePositions(position, span.end) <= 0;
}

export function isInside(inner: Span, outer: Span): boolean {
  return (
    inner.cell === outer.cell &&
    comparePositions(outer.start, inner.start) <= 0 &&
    comparePositions(inner.end, outer.end) <= 0
  );
}
