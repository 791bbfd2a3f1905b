import { Language, Parser } from 'web-tree-sitter';
import type { Assets } from '../model/outside.ts';
import type { SyntaxFacts } from '../model/syntax.ts';
import { FactsBuilder } from './facts-builder.ts';
import { PythonReader } from './python-reader.ts';
import { pythonSpan } from './python-span.ts';

/** A piece of one file: the whole of it, or one cell of a notebook. */
export interface SourcePiece {
  readonly text: string;
  readonly cell?: number;
}

/** Milliseconds one piece may take to parse. What takes longer was not written by a person. */
const parseBudget = 10_000;

let loading: Promise<Parser> | undefined;

async function load(assets: Assets): Promise<Parser> {
  const [runtime, grammar] = await Promise.all([
    assets.read('web-tree-sitter.wasm'),
    assets.read('tree-sitter-python.wasm'),
  ]);
  await Parser.init({ wasmBinary: runtime });
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return parser;
}

/** Reads Python. All pieces share one module scope, as the cells of a notebook do. Syntax errors become `problems`. */
export async function parsePython(pieces: readonly SourcePiece[], assets: Assets): Promise<SyntaxFacts> {
  loading ??= load(assets);
  const parser = await loading;
  const facts = new FactsBuilder('python');
  for (const piece of pieces) readPiece(parser, piece, facts);
  return facts.finish();
}

function readPiece(parser: Parser, piece: SourcePiece, facts: FactsBuilder): void {
  const deadline = Date.now() + parseBudget;
  const tree = parser.parse(piece.text, null, { progressCallback: () => Date.now() > deadline });
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
  } finally {
    tree.delete();
  }
}
