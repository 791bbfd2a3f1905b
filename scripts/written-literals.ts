// Every text that Python and JavaScript files write in quotes and a program reads. From the syntax trees alone, so that
// what it says does not stand on the finder's own facts.
import ts from 'typescript';
import { Language, type Node, Parser } from 'web-tree-sitter';
import type { createAssets } from '../src/node/assets.ts';
import { withoutMagics } from '../src/parse/notebook-lines.ts';
import { codeCells } from './code-cells.ts';

export interface WrittenLiteral {
  readonly text: string;
  /** In notebooks. */
  readonly cell: number | undefined;
  /** Counted from 0. */
  readonly line: number;
  /** The source line, for whoever reads. */
  readonly source: string;
  /** What takes the text: the last name of the call's callee, and the keyword or key in front of it. */
  readonly takenBy: readonly string[];
  /** A key of a table of numbers, switches or addresses: it says something about the name and uses nothing. */
  readonly isKeyOfFigures: boolean;
}

export type LiteralReader = (path: string, text: string) => readonly WrittenLiteral[];

export const literalFiles = /\.(pyi?|pyw|ipynb|[cm]?[jt]sx?)$/i;

export async function createLiteralReader(assets: ReturnType<typeof createAssets>): Promise<LiteralReader> {
  await Parser.init({ wasmBinary: await assets.read('web-tree-sitter.wasm') });
  const parser = new Parser();
  parser.setLanguage(await Language.load(await assets.read('tree-sitter-python.wasm')));
  return (path, text) => {
    if (path.endsWith('.ipynb')) {
      return codeCells(text)
        .map(withoutMagics)
        .flatMap(piece => pythonLiterals(parser, piece.text, piece.cell));
    }
    return /\.py\w?$/i.test(path) ? pythonLiterals(parser, text, undefined) : scriptLiterals(path, text);
  };
}

function pythonLiterals(parser: Parser, text: string, cell: number | undefined): readonly WrittenLiteral[] {
  const tree = parser.parse(text);
  if (tree === null) return [];
  const lines = text.split('\n');
  const found = tree.rootNode.descendantsOfType('string').flatMap((node): WrittenLiteral[] => {
    const content = node?.namedChildren.filter(child => child?.type === 'string_content') ?? [];
    const [first] = content;
    // A text that stands for itself is documentation.
    const isRead = node?.parent?.type !== 'expression_statement';
    if (!node || !first || content.length > 1 || !isRead) return [];
    const line = first.startPosition.row;
    return [
      {
        text: first.text,
        cell,
        line,
        source: lines[line] ?? '',
        takenBy: pythonTakers(node),
        isKeyOfFigures: isPythonKey(node),
      },
    ];
  });
  tree.delete();
  return found;
}

function isPythonKey({ id, parent }: Node): boolean {
  const value = parent?.type === 'pair' ? parent.childForFieldName('value') : null;
  return value !== null && parent?.firstNamedChild?.id === id && isFigures(value);
}

function isFigures(node: Node): boolean {
  const parts = node.namedChildren.filter(part => part !== null && part.type !== 'comment');
  switch (node.type) {
    case 'string':
      return /^["']https?:/.test(node.text);
    case 'dictionary':
    case 'list':
    case 'tuple':
      return parts.every(part => isFigures(part.childForFieldName('value') ?? part));
    default:
      return /^(integer|float|true|false|none|unary_operator)$/.test(node.type);
  }
}

function pythonTakers(literal: Node): readonly string[] {
  const names: string[] = [];
  for (let node = literal.parent; node; node = node.parent) {
    if (/^(keyword_argument|pair|default_parameter|typed_default_parameter|assignment)$/.test(node.type)) {
      names.push(node.firstNamedChild?.text ?? '');
    }
    if (node.type === 'call') names.push(lastName(node.childForFieldName('function')?.text));
    if (/^(call|.*_statement|block|lambda)$/.test(node.type)) break;
  }
  return names;
}

/** `push_to_hub` of `trainer.push_to_hub`; of a call of what a call returns, nothing. */
function lastName(callee = ''): string {
  return /(?:^|\.)(\w+)$/.exec(callee)?.[1] ?? '';
}

function scriptLiterals(path: string, text: string): readonly WrittenLiteral[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lines = text.split('\n');
  const found: WrittenLiteral[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && !isOther(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push({
        text: node.text,
        cell: undefined,
        line,
        source: lines[line] ?? '',
        takenBy: scriptTakers(node, file),
        isKeyOfFigures: isScriptKey(node),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The name of a module, or a type, which is gone when the program runs. */
function isOther({ parent }: ts.Node): boolean {
  return ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent);
}

function isScriptKey({ parent }: ts.Node): boolean {
  if (!ts.isPropertyAssignment(parent)) return false;
  const { initializer: value } = parent;
  return ts.isNumericLiteral(value) || /^(true|false|null|['"]https?:.*)$/s.test(value.getText());
}

function scriptTakers(literal: ts.Node, file: ts.SourceFile): readonly string[] {
  const names: string[] = [];
  for (let node = literal.parent; node; node = node.parent) {
    if (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) names.push(node.name.getText(file));
    if (ts.isCallExpression(node)) names.push(lastName(node.expression.getText(file)));
    if (ts.isCallExpression(node) || ts.isStatement(node)) break;
  }
  return names;
}
