import { Language, Parser } from 'web-tree-sitter';
import type { Assets } from '../model/outside.ts';
import type { SyntaxFacts } from '../model/syntax.ts';
import { FactsBuilder } from './facts-builder.ts';
import { PythonReader } from './python-reader.ts';
import { pythonSpan } from './python-span.ts';
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
 * Reads Python, once its parser is loaded. All pieces share one module scope, as the cells of a notebook do. Syntax errors
 * become `problems`. `trees` hold what was parsed of the same document before.
 */
export function parsePython(pieces: readonly SourcePiece[], trees?: PythonTrees): SyntaxFacts {
  if (!loaded) throw new Error('the parser of Python is not loaded');
  const facts = new FactsBuilder('python');
  const kept = trees ?? new PythonTrees();
  for (const [index, piece] of pieces.entries()) {
    readPiece(loaded, piece, index, kept, facts);
    if (!trees) kept.deleteFrom(index);
  }
  kept.deleteFrom(pieces.length);
  return facts.finish();
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
  parser: Parser,
  piece: SourcePiece,
  index: number,
  trees: PythonTrees,
  facts: FactsBuilder,
): void {
  const tree = trees.parse(parser, index, piece.text, { progressCallback: budget() });
  if (tree === null) {
    parser.reset();
    const start = { line: 0, character: 0 };
    facts.problems.push({ message: 'took too long to parse', span: { ...piece, start, end: start } });
    return;
  }
  try {
    new PythonReader(facts, piece).read(tree.rootNode);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Patterns are followed to their end, which may lie beyond the stack's.
    facts.tooDeep(pythonSpan(piece, tree.rootNode));
  }
}
