import type { SyntaxFacts } from '../model/syntax.ts';
import { EcmascriptReader } from './ecmascript-reader.ts';
import { FactsBuilder } from './facts-builder.ts';
import { withoutSeparators } from './line-feeds.ts';

/** The parser cannot be stopped, and its tree takes many times the memory of the text. What is longer is a bundle. */
const maxLength = 1_500_000;
/** The same of a minified text, of which a tree takes some 300 bytes for each character. */
const maxMinified = 250_000;
/** Characters of a line, on average, of what no person has written. */
const longLine = 300;
const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

type ParseTolerant = typeof import('./ecmascript-tree.ts').parseTolerant;
let loaded: ParseTolerant | undefined;

/** The parser is large: it is loaded when the first such file comes. */
export async function loadEcmascript(): Promise<void> {
  loaded ??= (await import('./ecmascript-tree.ts')).parseTolerant;
}

export function isEcmascriptLoaded(): boolean {
  return loaded !== undefined;
}

/** Reads JavaScript and TypeScript, once their parser is loaded. */
export function parseEcmascript(file: string, written: string): SyntaxFacts {
  if (!loaded) throw new Error('the parser of JavaScript is not loaded');
  const facts = new FactsBuilder('ecmascript');
  if (written.length > (isMinified(written) ? maxMinified : maxLength)) {
    facts.problems.push({ message: 'is too long to parse: not read', span: top });
    return facts.finish();
  }
  const text = withoutSeparators(written);
  const { program, problem } = loaded(file, text);
  if (problem) facts.problems.push(problem);
  if (program) read(program, text, facts);
  return facts.finish();
}

function isMinified(text: string): boolean {
  if (text.length <= maxMinified) return false;
  return text.length / text.split('\n').length > longLine;
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
