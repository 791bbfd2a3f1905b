import { parse, type TSESTree } from '@typescript-eslint/typescript-estree';
import ts from 'typescript';
import type { SyntaxProblem } from '../model/syntax.ts';

const options = {
  loc: true,
  range: false,
  comment: true,
  jsDocParsingMode: 'none',
  errorOnUnknownASTType: false,
} as const;

interface Tree {
  readonly program: TSESTree.Program | undefined;
  readonly problem: SyntaxProblem | undefined;
}

const beyondTheStack: SyntaxProblem = {
  message: 'is nested too deep: not read',
  span: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
};

/** The tree of a file, or what can be read of a broken one together with what is wrong. */
export function parseTolerant(file: string, text: string): Tree {
  try {
    return { program: parse(text, { ...options, filePath: file, jsx: hasJsx(file) }), problem: undefined };
  } catch (error) {
    if (error instanceof RangeError) return { program: undefined, problem: beyondTheStack };
    return parseBroken(file, text, problemOf(error));
  }
}

/**
 * typescript-estree refuses a file with any syntax error, but TypeScript's own parser recovers from it. Its tree goes
 * through the same converter once its list of errors is emptied, so that one reader serves both.
 */
function parseBroken(file: string, text: string, problem: SyntaxProblem): Tree {
  try {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, scriptKind(file));
    Object.assign(source, { parseDiagnostics: [] });
    return { program: parse(source as unknown as string, { ...options, allowInvalidAST: true }), problem };
  } catch (error) {
    if (error instanceof RangeError) return { program: undefined, problem: beyondTheStack };
    // What even recovery cannot turn into a tree is reported by its first error and otherwise left alone.
    return {
      program: undefined,
      problem: { ...problem, message: `${problem.message}; nothing of it was read` },
    };
  }
}

function problemOf(error: unknown): SyntaxProblem {
  const location = error as { location?: { start: { line: number; column: number } }; message?: string };
  const { line, column } = location.location?.start ?? { line: 1, column: 0 };
  const at = { line: Math.max(0, line - 1), character: column };
  return { message: `has a syntax error (${location.message ?? 'unknown'})`, span: { start: at, end: at } };
}

/** In a `.ts` file `<T>x` is a cast; everywhere else it may be an element. */
function hasJsx(file: string): boolean {
  return !/\.[mc]?ts$/.test(file);
}

function scriptKind(file: string): ts.ScriptKind {
  return hasJsx(file) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}
