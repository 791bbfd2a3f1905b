// Where a repository's files write a model's id, and whether a program reads it there. By text, so that what it says
// does not stand on the parsers under test.
import { decodeSource } from '../src/audit/decode-source.ts';
import type { Files } from '../src/model/outside.ts';
import { codeCells } from './code-cells.ts';
import { everyFile } from './every-file.ts';

/** One line that writes an id. */
export interface Writing {
  readonly place: string;
  readonly line: string;
  /** Neither in a comment nor in documentation nor in a file of plain text. */
  readonly isCode: boolean;
}

const inQuotes = /\.(pyi?|pyw|ipynb|[cm]?[jt]sx?|json|toml)$/i;
const codeFiles =
  /\.(pyi?|pyw|ipynb|[cm]?[jt]sx?|sh|bash|zsh|ksh|slurm|sbatch|ya?ml|json|toml|cfg|ini|env|mk|dockerfile)$/i;
const codeNames = /(^|\/)(Dockerfile[^/]*|Makefile|Containerfile|[^/]+\.env[^/]*)$/i;
const largestFile = 2_000_000;

/** By spelling: every line of the tree that writes it. */
export async function findWritings(
  files: Files,
  spellings: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly Writing[]>> {
  const found = new Map<string, Writing[]>([...spellings].map(spelling => [spelling, []]));
  const pattern = patternOf(spellings);
  for (const { path, size } of await everyFile(files)) {
    const { text } = size > largestFile ? { text: undefined } : decodeSource(await files.read(path));
    if (text === undefined || text.search(pattern) === -1) continue;
    for (const { text: piece, label } of piecesOf(path, text)) {
      for (const [at, { line, code }] of linesOf(path, piece).entries()) {
        for (const [, quote = '', spelling = '', end = ''] of line.matchAll(pattern)) {
          const isWhole = spelling.includes('/') || isBareId(path, quote, end);
          const isCode = isWhole && isCodeFile(path) && code.includes(`${quote}${spelling}`);
          found.get(spelling)?.push({ place: `${label}:${at + 1}`, line: line.trim().slice(0, 200), isCode });
        }
      }
    }
  }
  return found;
}

function patternOf(spellings: ReadonlySet<string>): RegExp {
  const words = [...spellings].toSorted((a, b) => b.length - a.length).map(escaped);
  return new RegExp(`(?<![\\w/-]|\\w\\.)(["'\`]?)(${words.join('|')})(?![\\w/-]|\\.\\w)(["'\`]?)`, 'g');
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function isCodeFile(path: string): boolean {
  return codeFiles.test(path) || codeNames.test(path);
}

/** `gpt2` is a model only where it is a whole text of its own. */
function isBareId(path: string, quote: string, end: string): boolean {
  return !inQuotes.test(path) || (quote !== '' && quote === end);
}

function piecesOf(path: string, text: string): readonly { readonly text: string; readonly label: string }[] {
  if (!path.endsWith('.ipynb')) return [{ text, label: path }];
  return codeCells(text).map(({ text: source, cell }) => ({ text: source, label: `${path}#${cell}` }));
}

/** Each line, and what of it a program reads: no comment, no text in three quotes that stands for itself. */
function linesOf(path: string, text: string): readonly { readonly line: string; readonly code: string }[] {
  const { opening, closing, comment } = /\.[cm]?[jt]sx?$/i.test(path)
    ? script
    : /\.(pyi?|pyw|ipynb)$/i.test(path)
      ? python
      : other;
  let close: string | undefined;
  return text.split('\n').map(line => {
    const opened = close === undefined ? opening?.exec(line) : undefined;
    const rest = opened ? line.slice(opened[0].length) : line;
    if (opened) close = closing ?? opened[1];
    if (close === undefined) return { line, code: path.endsWith('.json') ? line : line.replace(comment, '') };
    if (rest.includes(close)) close = undefined;
    return { line, code: '' };
  });
}

const script = { opening: /^\s*\/\*/, closing: '*/', comment: /(^|\s)\/\/.*/ };
const python = { opening: /^\s*[rRbuU]?("""|''')/, closing: undefined, comment: /(^|\s)#.*/ };
const other = { opening: undefined, closing: undefined, comment: /(^|\s)#.*/ };
