import type { SyntaxFacts } from '../model/syntax.ts';
import { EcmascriptReader } from './ecmascript-reader.ts';
import { FactsBuilder } from './facts-builder.ts';
import { withoutSeparators } from './line-feeds.ts';

/** The parser cannot be stopped, and its tree takes many times the memory of the text. What is longer is a bundle. */
const maxLength = 1_500_000;
const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Reads JavaScript and TypeScript. The parser is large, so it is loaded when the first such file comes. */
export async function parseEcmascript(file: string, written: string): Promise<SyntaxFacts> {
  const facts = new FactsBuilder('ecmascript');
  if (written.length > maxLength) {
    facts.problems.push({ message: 'is too long to parse: not read', span: top });
    return facts.finish();
  }
  const { parseTolerant } = await import('./ecmascript-tree.ts');
  const text = withoutSeparators(written);
  const { program, problem } = parseTolerant(file, text);
  if (problem) facts.problems.push(problem);
  if (program) read(program, text, facts);
  return facts.finish();
}

function read(program: Parameters<EcmascriptReader['read']>[0], text: string, facts: FactsBuilder): void {
  try {
    new EcmascriptReader(facts).read(program, text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Patterns are followed to their end, which may lie beyond the stack's.
    facts.tooDeep(top);
  }
}
