import { plainSpan, type Span } from './source.ts';

/**
 * One command as a shell would run it: of a script, a Dockerfile, a Makefile, a workflow or a notebook.
 *
 * Commands are read, never run: variables hold what the same file gives them.
 */
export interface Command {
  /** The program and its arguments. Empty where variables are set and nothing runs. */
  readonly words: readonly Word[];
  /** `NAME=value` before the program, and what `export`, `ENV` and their like set. */
  readonly assignments: readonly CommandAssignment[];
  /** The container image the words are given to, where a file says it beside them. */
  readonly image?: Word;
  /** What it reads from its standard input, where the file writes that: a here-document, what the command before it prints. */
  readonly input?: Word;
  /** The file that what it prints is written to. */
  readonly output?: Word;
  /** The folder it runs in, where commands before it lead there, seen from where the script starts: `../code`. */
  readonly folder?: string;
  /** True where a Dockerfile runs it as the image is built: what it fetches goes out with the image. */
  readonly isBuild?: true;
  readonly span: Span;
}

export interface CommandAssignment {
  readonly name: string;
  readonly value: Word;
  /** True when other programs see it: `export`, `ENV`, `environment:`, or set before the program itself. */
  readonly isExported: boolean;
}

export interface Word {
  /** Undefined when the word has several values or a part of it is not known. */
  readonly text: string | undefined;
  /** The word where it is used, without the quotes around the whole of it. */
  readonly span: Span;
  /** Every text the word can stand for; at least one. */
  readonly values: readonly WordValue[];
}

/** One text, in pieces that each know where they are written. */
export type WordValue = readonly WordPiece[];

/** A piece lies in one line. Where it is written as it reads, its span is as long as its text. */
export interface WordPiece {
  readonly text: string;
  readonly span: Span;
  /** The uses of variables the piece came through, from where it is written to the command. */
  readonly trail: readonly Span[];
}

/** Stands in a text for what only the run knows. No shell lets a word hold it. */
export const unknownText = '\0';

export function textOf(value: WordValue): string {
  return value.map(piece => piece.text).join('');
}

export function isKnown(text: string): boolean {
  return !text.includes(unknownText);
}

/** Whether the piece is written as it reads, so that each of its characters has its own place. */
export function isVerbatim({ text, span: { start, end } }: WordPiece): boolean {
  return start.line === end.line && end.character - start.character === text.length;
}

/** A stretch of a word's text, and where it is written. */
export interface WordSlice {
  readonly text: string;
  readonly span: Span;
  readonly trail: readonly Span[];
}

/** The text from `start` to `end` of a value: within one piece exactly, across several from the first to the last. */
export function sliceValue(value: WordValue, word: Span, start: number, end: number): WordSlice {
  const touched: WordPiece[] = [];
  let offset = 0;
  for (const piece of value) {
    const from = Math.max(0, start - offset);
    const to = Math.min(piece.text.length, end - offset);
    if (from < to) touched.push(slicePiece(piece, from, to));
    offset += piece.text.length;
  }
  const text = textOf(value).slice(start, end);
  return { text, ...placeOf(touched, word) };
}

/** Part of a piece; of one that is not written as it reads, all of it is the place. */
export function slicePiece(piece: WordPiece, from: number, to: number): WordPiece {
  const text = piece.text.slice(from, to);
  const { start } = piece.span;
  if (!isVerbatim(piece)) return { ...piece, text };
  const span = {
    ...plainSpan(piece.span),
    start: { line: start.line, character: start.character + from },
    end: { line: start.line, character: start.character + to },
  };
  return { ...piece, text, span };
}

/** Pieces that stand one after the other share one span; of scattered ones the word itself is shown, and they are its trail. */
function placeOf(pieces: readonly WordPiece[], word: Span): Pick<WordSlice, 'span' | 'trail'> {
  const [first, ...others] = pieces;
  const last = others.at(-1) ?? first;
  if (first === undefined || last === undefined) return { span: word, trail: [] };
  if (others.length === 0) return { span: first.span, trail: first.trail };
  if (pieces.every(piece => piece.trail.length === 0)) {
    return { span: { ...plainSpan(first.span), end: last.span.end }, trail: [] };
  }
  return { span: word, trail: pieces.flatMap(piece => (piece.trail.length > 0 ? [piece.span] : [])) };
}
