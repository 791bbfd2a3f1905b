import type { SyntaxFacts } from '../model/syntax.ts';
import { EcmascriptReader } from './ecmascript-reader.ts';
import { FactsBuilder } from './facts-builder.ts';

/** Reads JavaScript and TypeScript. The parser is large, so it is loaded when the first such file comes. */
export async function parseEcmascript(file: string, text: string): Promise<SyntaxFacts> {
  const { parseTolerant } = await import('./ecmascript-tree.ts');
  const facts = new FactsBuilder('ecmascript');
  const { program, problem } = parseTolerant(file, text);
  if (problem) facts.problems.push(problem);
  if (program) new EcmascriptReader(facts).read(program, text);
  return facts.finish();
}
