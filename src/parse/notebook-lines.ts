import type { Command } from '../model/command.ts';
import { type MappedText, wholeText } from './mapped-text.ts';
import type { SourcePiece } from './python.ts';
import { makeWord, wordOfText } from './shell-words.ts';

/** Cells that stay Python under their magic. */
const pythonCells = new Set(['time', 'timeit', 'capture', 'prun', 'memit', 'python', 'python3', 'ipython']);
const shellCells = new Set(['bash', 'sh', 'script', 'zsh', 'system', 'sx', '!']);

interface CellLine {
  readonly text: string;
  readonly isIpython: boolean;
}

/**
 * Takes IPython's own lines (`%time`, `!pip`, `name?`) out of a cell and keeps every line's number. A `%%` cell in
 * another language is emptied; `%%time` and its like leave the rest standing.
 */
export function withoutMagics(piece: SourcePiece): SourcePiece {
  const magic = cellMagic(piece.text);
  if (magic !== undefined && !pythonCells.has(magic)) return { ...piece, text: '' };
  const lines = splitCell(piece.text);
  return { ...piece, text: lines.map(line => (line.isIpython ? asPython(line.text) : line.text)).join('\n') };
}

/**
 * The shell's lines of a cell: `!command`, `%pip install`, `%run script`, `%%bash`. All else is blank, so that every
 * line and column is the cell's own. Undefined where a cell has none.
 */
export function shellLines(piece: SourcePiece): MappedText | undefined {
  const magic = cellMagic(piece.text);
  if (magic !== undefined && shellCells.has(magic)) {
    return wholeText(piece.text.replace(/^\s*%%.*/, blank), piece.cell);
  }
  if (magic !== undefined && !pythonCells.has(magic)) return undefined;
  const lines = splitCell(piece.text).map(({ text, isIpython }) => (isIpython ? asShell(text) : blank(text)));
  const text = lines.join('\n');
  return text.trim() === '' ? undefined : wholeText(text, piece.cell);
}

/** `%%writefile app.py`: what the cell writes to a file. */
export function writtenFile({ text, cell }: SourcePiece): Command | undefined {
  const [line, path] = /^\s*%%(?:writefile|file)\s+(?:-a\s+)?(\S+).*\r?\n/.exec(text) ?? [];
  if (line === undefined || path === undefined) return undefined;
  const source = wholeText(text, cell);
  const span = source.span(0, line.trimEnd().length);
  const output = makeWord([[{ text: path, span, trail: [] }]], span);
  return { words: [], assignments: [], input: wordOfText(source, line.length), output, span };
}

function cellMagic(text: string): string | undefined {
  return /^\s*%%(\w+|!)/.exec(text)?.[1];
}

/** One statement of IPython may fill several lines, as its continuations say; its text then holds them all. */
function splitCell(text: string): readonly CellLine[] {
  const lines = text.split('\n');
  const result: CellLine[] = [];
  const python = new PythonState();
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    at += 1;
    if (!isIpythonLine(line, python)) {
      python.pass(line);
      result.push({ text: line, isIpython: false });
      continue;
    }
    const whole = [line];
    while (whole.at(-1)?.trimEnd().endsWith('\\') && at < lines.length) {
      whole.push(lines[at] ?? '');
      at += 1;
    }
    result.push({ text: whole.join('\n'), isIpython: true });
  }
  return result;
}

const assigned = /^(\s*[\w., ]+=\s*)([!%])(?!=)/;

function isIpythonLine(line: string, python: PythonState): boolean {
  if (python.isInString || python.isContinued) return false;
  // No token of Python starts with `!` but `!=`; `%` inside brackets is the remainder.
  if (/^\s*!(?!=)/.test(line)) return true;
  if (python.isInBrackets) return false;
  return /^\s*(?:[%?]|[\w.]+\?{1,2}\s*$)/.test(line) || assigned.test(line);
}

/** `pass` in place of the statement, `None` in place of a value; the lines it went on in are empty. */
function asPython(text: string): string {
  const target = assigned.exec(text)?.[1];
  const first = target === undefined ? `${/^[ \t]*/.exec(text)?.[0] ?? ''}pass` : `${target}None`;
  return first + text.replaceAll(/[^\n]/g, '');
}

const spoken =
  /^(\s*[\w., ]+=)?(\s*)(!+|%(?=(?:pip|conda|mamba|uv|run|sx|system|bash|sh)\s)|%(?:sx|system)\s)/;

function asShell(text: string): string {
  const mark = spoken.exec(text)?.[0];
  if (mark === undefined) return blank(text);
  const rest = text.slice(mark.length);
  // `%run script.py` runs Python.
  return mark.trimEnd().endsWith('%') && rest.startsWith('run ')
    ? `${blank(mark)}${rest}`
    : blank(mark) + rest;
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}

/** Whether a line of a cell starts inside a string, inside brackets, or goes on with the line before. */
class PythonState {
  #depth = 0;
  #quote: string | undefined;
  isContinued = false;

  get isInBrackets(): boolean {
    return this.#depth > 0;
  }

  get isInString(): boolean {
    return this.#quote !== undefined;
  }

  pass(line: string): void {
    const token = /\\.|"""|'''|["'#()[\]{}]/g;
    for (const { 0: mark } of line.matchAll(token)) {
      if (this.#quote !== undefined) {
        if (mark === this.#quote) this.#quote = undefined;
        // Two quotes and one more: three of a kind end a string of that one kind too.
        else if (mark.length === 3 && mark[0] === this.#quote) this.#quote = mark[0];
      } else if (mark === '#') break;
      else this.#open(mark);
    }
    this.isContinued = line.endsWith('\\');
    // A string in one kind of quote ends with its line.
    if (this.#quote?.length === 1 && !this.isContinued) this.#quote = undefined;
  }

  #open(mark: string): void {
    if (/^["']/.test(mark)) this.#quote = mark;
    else if (/^[([{]$/.test(mark)) this.#depth += 1;
    else if (/^[)\]}]$/.test(mark)) this.#depth = Math.max(0, this.#depth - 1);
  }
}
