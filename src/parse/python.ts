import { Language, Parser } from 'web-tree-sitter';
import type { Assets } from '../model/outside.ts';
import type { SyntaxFacts } from '../model/syntax.ts';
import type { CommandCode } from './command-code.ts';
import { FactsBuilder } from './facts-builder.ts';
import { withExecutedImports } from './python-executed.ts';
import { PythonReader } from './python-reader.ts';
import { searchedFolders } from './python-search-path.ts';
import { type Piece, pythonSpan, startOf } from './python-span.ts';
import { PythonTrees } from './python-trees.ts';

/** A piece of one file: the whole of it, or one cell of a notebook. */
export interface SourcePiece {
  readonly text: string;
  readonly cell?: number;
}

/**
 * Steps that parsing one piece may take, each a hundred operations of the parser: some two seconds of a machine at rest,
 * and the same on one that is busy. What takes more was not written by a person.
 */
const maxSteps = 30_000;
/** Milliseconds it may take at the very most: of some hostile texts each step takes long. */
const maxTime = 8_000;

let loading: Promise<void> | undefined;
let loaded: Parser | undefined;

export function loadPython(assets: Assets): Promise<void> {
  loading ??= load(assets);
  return loading;
}

export function isPythonLoaded(): boolean {
  return loaded !== undefined;
}

async function load(assets: Assets): Promise<void> {
  const [runtime, grammar] = await Promise.all([
    assets.read('web-tree-sitter.wasm'),
    assets.read('tree-sitter-python.wasm'),
  ]);
  await Parser.init({ wasmBinary: runtime });
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  loaded = parser;
}

/**
 * Reads Python, once its parser is loaded. All pieces share one module scope, as the cells of a notebook do; each code of
 * a command has one of its own. Syntax errors become `problems`. `trees` hold what was parsed of the same document before.
 */
export function parsePython(
  pieces: readonly SourcePiece[],
  trees?: PythonTrees,
  code: readonly CommandCode[] = [],
): SyntaxFacts {
  if (!loaded) throw new Error('the parser of Python is not loaded');
  const facts = new FactsBuilder('python');
  const parsing = { parser: loaded, trees: trees ?? new PythonTrees(), facts };
  let count = 0;
  const read = (piece: Piece, scope: number, isSpent: () => boolean): void => {
    readPiece(parsing, piece, count, scope, isSpent);
    if (trees) count += 1;
    else parsing.trees.deleteFrom(0);
  };
  for (const piece of pieces) read(piece, 0, budget());
  // Of short texts there may be many: they have one budget.
  const isSpent = budget();
  for (const { text, isBuild } of code) {
    read({ text: text.text, inner: text }, facts.openModule(isBuild), isSpent);
  }
  parsing.trees.deleteFrom(count);
  const searched = pieces.flatMap(({ text }) => searchedFolders(text));
  const all = withExecutedImports(facts.finish());
  return searched.length === 0 ? all : { ...all, searched };
}

interface Parsing {
  readonly parser: Parser;
  readonly trees: PythonTrees;
  readonly facts: FactsBuilder;
}

/** Tells when to give up. */
function budget(): () => boolean {
  const deadline = Date.now() + maxTime;
  let steps = 0;
  return () => {
    steps += 1;
    return steps > maxSteps || Date.now() > deadline;
  };
}

function readPiece(
  { parser, trees, facts }: Parsing,
  piece: Piece,
  index: number,
  scope: number,
  isSpent: () => boolean,
): void {
  const tree = trees.parse(parser, index, piece.text, { progressCallback: isSpent });
  if (tree === null) {
    parser.reset();
    facts.problems.push({ message: 'took too long to parse', span: startOf(piece) });
    return;
  }
  try {
    new PythonReader(facts, piece, scope).read(tree.rootNode);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Patterns are followed to their end, which may lie beyond the stack's.
    facts.tooDeep(pythonSpan(piece, tree.rootNode));
  }
}
