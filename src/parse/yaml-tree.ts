import { type Document, isAlias, isScalar, type Node, parseAllDocuments, type Scalar, visit } from 'yaml';
import {
  type Excerpt,
  escapedExcerpts,
  joinExcerpts,
  type LineIndex,
  type MappedText,
} from './mapped-text.ts';
import { nestsTooDeep } from './nesting.ts';

const maxLength = 1_000_000;
const maxDocuments = 2_000;

/** The documents of a YAML file, or none where it cannot be read. Never throws. */
export function readYamlDocuments(text: string): readonly Document[] {
  if (text.length > maxLength || isTooDeep(text)) return [];
  try {
    const documents = parseAllDocuments(text, {
      logLevel: 'silent',
      uniqueKeys: false,
      prettyErrors: false,
      strict: false,
      keepSourceTokens: false,
    });
    return Array.isArray(documents) ? documents : [];
  } catch {
    // The library throws for what it does not expect; such a file says nothing.
    return [];
  }
}

/** Brackets and dashes nest without indentation, and the library recurses; it is slow where marks or documents are many. */
function isTooDeep(text: string): boolean {
  return (
    nestsTooDeep(text, /[[\]{}]/g) ||
    /(?:^|\n)[ \t]*(?:[-?:][ \t]+){100}/.test(text) ||
    /(?:[&!][^\s,]*\s+){20}/.test(text) ||
    (text.match(/^---/gm)?.length ?? 0) > maxDocuments
  );
}

/** The text of a scalar as a program gets it, and where each stretch of it stands in the file. */
export function scalarText(lines: LineIndex, node: Scalar): MappedText {
  return joinExcerpts(lines, scalarExcerpts(lines, node, textOfScalar(node)));
}

function textOfScalar({ value, source }: Scalar): string {
  return typeof value === 'string' ? value : (source ?? String(value ?? ''));
}

/** What an alias stands for. The library's own way looks through the whole document for each. */
export class Anchors {
  readonly #nodes = new Map<string, Node>();

  constructor(document: Document) {
    visit(document, {
      Value: (_, node) => {
        if (node.anchor !== undefined) this.#nodes.set(node.anchor, node);
      },
    });
  }

  resolve(node: unknown): unknown {
    return isAlias(node) ? this.#nodes.get(node.source) : node;
  }
}

/** Where the scalar's text is written: between its quotes, and without the mark and the indentation of a block. */
export function scalarRange(lines: LineIndex, node: Scalar): readonly [number, number] {
  const [start = 0, end = start] = node.range ?? [];
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') {
    return [start + 1, Math.max(start + 1, end - 1)];
  }
  if (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED') return [start, end];
  const body = blockStart(lines.text, start);
  const written = lines.text.slice(body, end);
  const from = body + Math.max(0, written.search(/\S/));
  return [from, Math.max(from, body + written.trimEnd().length)];
}

function blockStart(text: string, start: number): number {
  const line = text.indexOf('\n', start);
  return line < 0 ? text.length : line + 1;
}

export function isTextScalar(node: unknown): node is Scalar<string> {
  return isScalar(node) && typeof node.value === 'string';
}

export function rangeOf(node: Node): readonly [number, number] {
  const [start = 0, end = start] = node.range ?? [];
  return [start, end];
}

/**
 * White space may be folded; all else stands in the file in the same order. So both texts are walked side by side, and
 * where they part, the rest is placed as a whole.
 */
function scalarExcerpts(lines: LineIndex, node: Scalar, value: string): readonly Excerpt[] {
  const source = lines.text;
  const [start, end] = scalarRange(lines, node);
  const excerpts: Excerpt[] = [];
  let at = start;
  for (const { 0: text } of value.matchAll(/\s+|\S+/g)) {
    const isSpace = /^\s/.test(text);
    if (isSpace) {
      const gap = spaceLength(source, at, end, node);
      excerpts.push({ text, offset: at, length: gap });
      at += gap;
    } else if (source.startsWith(text, at)) {
      excerpts.push({ text, offset: at, length: text.length });
      at += text.length;
    } else {
      const length = escapedLength(source, at, end, node);
      const start = at;
      const mark = node.type === 'QUOTE_SINGLE' ? /''/g : escapes;
      const parts = escapedExcerpts(text, source.slice(at, at + length), mark);
      excerpts.push(...parts.map(part => ({ ...part, offset: start + part.offset })));
      at += length;
    }
  }
  return excerpts;
}

function spaceLength(source: string, at: number, end: number, { type }: Scalar): number {
  const space = type === 'QUOTE_DOUBLE' ? /(?:\s|\\[nrt ]|\\\n)*/y : /\s*/y;
  space.lastIndex = at;
  return Math.min(space.exec(source)?.[0].length ?? 0, end - at);
}

/** Between double quotes. */
const escapes = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[\s\S])/g;

/** A word with escapes in it ends where the next space does. */
function escapedLength(source: string, at: number, end: number, { type }: Scalar): number {
  const word = type === 'QUOTE_DOUBLE' ? /(?:\\[^nrt \n]|[^\s\\])+/y : /\S+/y;
  word.lastIndex = at;
  return Math.min(word.exec(source)?.[0].length ?? 0, end - at);
}
