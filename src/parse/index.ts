import type { Command } from '../model/command.ts';
import type { Assets } from '../model/outside.ts';
import type { Expression, SyntaxFacts } from '../model/syntax.ts';
import { codeIn } from './command-code.ts';
import { readDataFile } from './data-file.ts';
import { readDockerfile } from './dockerfile.ts';
import { isEcmascriptLoaded, loadEcmascript, parseEcmascript } from './ecmascript.ts';
import { withLineFeeds } from './line-feeds.ts';
import { readMakefile } from './makefile.ts';
import { type Notebook, readNotebook } from './notebook.ts';
import { shellLines, withoutMagics, writtenFile } from './notebook-lines.ts';
import { isPythonLoaded, loadPython, parsePython, type SourcePiece } from './python.ts';
import type { PythonTrees } from './python-trees.ts';
import { readCommands, scriptProblem } from './shell.ts';
import { readWorkflow } from './workflow.ts';

export type SourceKind =
  | 'python'
  | 'ecmascript'
  | 'notebook'
  | 'shell'
  | 'dockerfile'
  | 'makefile'
  | 'yaml'
  | 'data';

const endings: Readonly<Record<SourceKind, string>> = {
  python: '.py .pyi .pyw',
  notebook: '.ipynb',
  ecmascript: '.js .jsx .mjs .cjs .ts .tsx .mts .cts',
  shell: '.sh .bash .zsh .ksh .slurm .sbatch',
  dockerfile: '.dockerfile',
  makefile: '.mk',
  yaml: '.yml .yaml',
  data: '.json .toml .env .ini .cfg',
};

const kinds: ReadonlyMap<string, SourceKind> = new Map(
  (Object.keys(endings) as SourceKind[]).flatMap(kind =>
    endings[kind].split(' ').map(ending => [ending, kind] as const),
  ),
);

/** `Dockerfile`, `Dockerfile.gpu`, and no document about one. */
const dockerfile = /^(?:docker|container)file(?:[._-](?!.*(?:md|rst|txt|ignore)$).*)?$/i;
const makefile = /^(?:gnu)?makefile$/i;

/** What kind of source a file of this name is; undefined for what is not read. */
export function sourceKind(file: string): SourceKind | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const byEnding = kinds.get(name.slice(Math.max(0, name.lastIndexOf('.'))).toLowerCase());
  if (byEnding) return byEnding;
  if (dockerfile.test(name)) return 'dockerfile';
  return makefile.test(name) ? 'makefile' : undefined;
}

/** What a file says, and what of it could not be read, in words. */
export interface ParsedFile {
  readonly facts: SyntaxFacts | undefined;
  readonly commands: readonly Command[];
  /** Settings, as an expression. */
  readonly data: Expression | undefined;
  readonly problems: readonly string[];
  /** Characters of code, where the file holds more than code: the cells of a notebook, without what they printed. */
  readonly codeSize?: number;
}

export const nothingRead: ParsedFile = { facts: undefined, commands: [], data: undefined, problems: [] };

/** Loads what a kind of file is parsed with. */
export async function loadParser(kind: SourceKind | undefined, assets: Assets): Promise<void> {
  if (isPythonIn(kind)) await loadPython(assets);
  if (kind === 'ecmascript') await loadEcmascript();
}

export function isParserLoaded(kind: SourceKind | undefined): boolean {
  if (isPythonIn(kind)) return isPythonLoaded();
  return kind !== 'ecmascript' || isEcmascriptLoaded();
}

function isPythonIn(kind: SourceKind | undefined): boolean {
  return kind === 'python' || kind === 'notebook' || holdsCommands(kind);
}

/** Whether files of a kind are read for their commands, which may hold code however they spell the name of Python. */
function holdsCommands(kind: SourceKind | undefined): boolean {
  return kind === 'shell' || kind === 'dockerfile' || kind === 'makefile' || kind === 'yaml';
}

/** Parses a file whose parser is loaded. `trees` hold what was parsed of it before. */
export function parseText(file: string, written: string, trees?: PythonTrees): ParsedFile {
  const text = withLineFeeds(written);
  switch (sourceKind(file)) {
    case 'python':
      return described(parsePython([{ text }], trees));
    case 'ecmascript':
      return described(parseEcmascript(file, text));
    case 'notebook':
      return parseNotebook(readNotebook(text), trees);
    case 'shell':
      return ofScript(readCommands(text), text);
    case 'dockerfile':
      return ofScript(readDockerfile(text), text);
    case 'makefile':
      return ofScript(readMakefile(text), text);
    case 'yaml':
      return withCode({ ...nothingRead, commands: readWorkflow(text), data: readDataFile(file, text) });
    case 'data':
      return { ...nothingRead, data: readDataFile(file, text) };
    case undefined:
      return nothingRead;
  }
}

function ofScript(commands: readonly Command[], text: string): ParsedFile {
  const problem = scriptProblem(text);
  return withCode({ ...nothingRead, commands, problems: problem === undefined ? [] : [problem] });
}

/** With the facts of the code that commands hold, and of the pieces beside them. */
function withCode(read: ParsedFile, pieces?: readonly SourcePiece[], trees?: PythonTrees): ParsedFile {
  const { code, isCut } = codeIn(read.commands);
  if (pieces === undefined && code.length === 0) return read;
  const { facts, problems } = described(parsePython(pieces ?? [], trees, code));
  const cut = isCut ? ['has more code in its commands than is read'] : [];
  return { ...read, facts, problems: [...read.problems, ...problems, ...cut] };
}

function cellCommands(cells: readonly SourcePiece[]): readonly Command[] {
  return cells.flatMap(cell => {
    const lines = shellLines(cell);
    const written = writtenFile(cell);
    return [...(lines ? readCommands(lines) : []), ...(written ? [written] : [])];
  });
}

/** Parses a notebook whose parser is loaded; undefined stands for what should be one and is none. */
export function parseNotebook(notebook: Notebook | undefined, trees?: PythonTrees): ParsedFile {
  if (!notebook) return { ...nothingRead, problems: ['is not a notebook: no list of cells'] };
  const { cells, otherLanguage, problems } = notebook;
  if (otherLanguage !== undefined)
    return { ...nothingRead, problems: ['is a notebook in another language than Python'] };
  const codeSize = cells.reduce((size, { text }) => size + text.length, 0);
  const read = { ...nothingRead, commands: cellCommands(cells), problems, codeSize };
  return withCode(read, cells.map(withoutMagics), trees);
}

function described(facts: SyntaxFacts): ParsedFile {
  const problems = facts.problems.map(({ message, span }) => {
    const cell = span.cell === undefined ? '' : `cell ${span.cell + 1}, `;
    return `${message} (${cell}line ${span.start.line + 1})`;
  });
  return { ...nothingRead, facts, problems };
}
